import MiniTensor

/// One layer of neurons, written as a matrix product.
///
/// Column j of the weights belongs to neuron j; row i belongs to input i. One product asks every
/// neuron about every example of the batch.
///
/// **Shape** input [batch, inputs] -> [batch, outputs].
///
///     a = f(x W + b)
struct DenseLayer: Sendable {
  var weights: Tensor  // [inputs, outputs]
  var bias: Tensor  // [outputs], added to every row of the batch
  var activation: Activation

  /// The weighted sums z = x W + b, before the activation.
  func sums(_ input: Tensor) -> Tensor {
    matmul(input, weights) + bias
  }

  func callAsFunction(_ input: Tensor) -> Tensor {
    activation(sums(input))
  }

  var inputSize: Int { weights.shape[0] }
  var outputSize: Int { weights.shape[1] }

  /// How many numbers this layer could learn.
  var parameterCount: Int { weights.count + bias.count }
}

/// Layers in a row: what one layer answers, the next one reads.
struct MultilayerPerceptron: Sendable {
  var layers: [DenseLayer]

  /// **Shape** input [batch, inputs of the first layer] -> [batch, outputs of the last].
  func callAsFunction(_ input: Tensor) -> Tensor {
    layers.reduce(input) { signal, layer in layer(signal) }
  }

  var parameterCount: Int { layers.map(\.parameterCount).reduce(0, +) }
}

extension MultilayerPerceptron {
  /// A network whose weights were drawn, not learned.
  ///
  /// Each weight is normal with variance gain^2 / inputs, so that a sum of many inputs is as
  /// large as a sum of few. Lesson 07 explains why that matters so much.
  ///
  /// - `sizes`: the width of every level, inputs first: `[64, 128, 10]` has two layers.
  /// - `hidden`: the activation of every layer but the last, which is the identity.
  /// - `gain`: how far the weights spread.
  /// - `biasSpread`: the standard deviation of the biases.
  init(
    sizes: [Int], hidden: Activation, gain: Float, biasSpread: Float = 0,
    using generator: inout RandomGenerator
  ) {
    layers = []
    for (level, (inputs, outputs)) in zip(sizes, sizes.dropFirst()).enumerated() {
      let spread = gain / Float(inputs).squareRoot()
      layers.append(
        DenseLayer(
          weights: .normal(
            [inputs, outputs], mean: 0, standardDeviation: spread, using: &generator),
          bias: .normal([outputs], mean: 0, standardDeviation: biasSpread, using: &generator),
          activation: level == sizes.count - 2 ? .identity : hidden))
    }
  }
}
