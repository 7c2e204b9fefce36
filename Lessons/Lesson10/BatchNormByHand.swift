import MiniTensor

/// Batch normalisation, step by step, as the paper's algorithm 1 has it.
///
/// The library's `BatchNorm` computes the same in one pass, with the derivative of the whole
/// worked out by hand, and keeps running values for later use.
///
/// **Shape** `x [batch, features]`, `scale` and `shift [features]` -> `[batch, features]`.
/// Source: S. Ioffe, C. Szegedy, ICML 2015, algorithm 1.
func batchNormalised(
  _ x: Variable, scale: Variable, shift: Variable, epsilon: Float = 1e-5
) -> Variable {
  let mean = x.mean(axis: 0)  // [features]
  let centred = x - mean
  let variance = centred.squared().mean(axis: 0)  // [features]
  let normalised = centred / (variance + epsilon).squareRoot()
  return normalised * scale + shift
}

/// Three hidden layers of 100 sigmoid units, as in section 4.1 of the paper.
func sigmoidNetwork(normalised: Bool, using generator: inout RandomGenerator) -> Sequential {
  var layers: [any Layer] = []
  for (inputs, outputs) in [(784, 100), (100, 100), (100, 100)] {
    layers.append(
      Linear(
        inputSize: inputs, outputSize: outputs, hasBias: !normalised,
        initializer: .normal(standardDeviation: 0.1), using: &generator))
    // The shift of the normalisation does what a bias would do.
    if normalised { layers.append(BatchNorm(featureCount: outputs)) }
    layers.append(Activation.sigmoid)
  }
  layers.append(
    Linear(
      inputSize: 100, outputSize: 10, initializer: .normal(standardDeviation: 0.1),
      using: &generator))
  return Sequential(layers)
}
