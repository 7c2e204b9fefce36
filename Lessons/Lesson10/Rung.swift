import MiniTensor

/// One rung of the ladder: what has been changed since 1989, up to here.
struct Rung: Sendable {
  var usesCrossEntropy = false
  var usesAdamW = false
  var shifts = false
  var dropout: Float = 0
  var usesReLU = false

  /// The network of 1989: two layers of filters with stride 2, thirty hidden units, ten outputs.
  ///
  /// **Shape** `[batch, 1, 16, 16]` -> `[batch, 10]`.
  func network(using generator: inout RandomGenerator) -> Sequential {
    let activation: Activation = usesReLU ? .relu : .tanh
    let initializer: Initializer = usesReLU ? .heUniform : .glorotUniform
    var layers: [any Layer] = [
      Conv2D(
        inputChannels: 1, outputChannels: 12, kernelSize: 5, stride: 2, padding: 2,
        initializer: initializer, using: &generator), activation,  // [batch, 12, 8, 8]
      Conv2D(
        inputChannels: 12, outputChannels: 12, kernelSize: 5, stride: 2, padding: 2,
        initializer: initializer, using: &generator), activation,  // [batch, 12, 4, 4]
      Flatten(),
    ]
    if dropout > 0 { layers.append(Dropout(rate: dropout)) }
    layers += [
      Linear(inputSize: 192, outputSize: 30, initializer: initializer, using: &generator),
      activation, Linear(inputSize: 30, outputSize: 10, using: &generator),
    ]
    return Sequential(layers)
  }

  /// Squared error against +1 for the right output and -1 for the others, or cross-entropy.
  func loss(_ outputs: Variable, _ labels: [Int]) -> Variable {
    if usesCrossEntropy { return softmaxCrossEntropy(logits: outputs, labels: labels) }
    let targets = Tensor(
      labels.map { label in (0..<10).map { $0 == label ? 1 : -1 } })
    return meanSquaredError(outputs.tanh(), targets)
  }

  /// The optimizer at its first rate; all of them go down to a tenth of it.
  func optimizer(_ parameters: [Variable]) -> Optimizer {
    usesAdamW
      ? AdamW(parameters, learningRate: 3e-3, weightDecay: 0.01)
      : SGD(parameters, learningRate: usesCrossEntropy ? 0.05 : 0.3)
  }
}
