import MiniTensor

// The networks of the lesson, each from examples to the scores of ten classes.

extension Classifier {
  /// One layer, no hidden unit: 40 -> 10.
  static func logistic(inputs: Int, using generator: inout RandomGenerator) -> Classifier {
    Classifier(
      network: Sequential(Linear(inputSize: inputs, outputSize: 10, using: &generator)),
      exampleShape: [inputs])
  }

  /// Fully connected layers with ReLU between them.
  static func perceptron(_ sizes: [Int], using generator: inout RandomGenerator) -> Classifier {
    var layers: [any Layer] = []
    for (inputs, outputs) in zip(sizes, sizes.dropFirst()) {
      if !layers.isEmpty { layers.append(Activation.relu) }
      layers.append(Linear(inputSize: inputs, outputSize: outputs, using: &generator))
    }
    return Classifier(network: Sequential(layers), exampleShape: [sizes[0]])
  }

  /// The convolutional network of the MNIST-1D paper: 5,210 weights.
  ///
  ///     [1, 40] -> [25, 19] -> [25, 10] -> [25, 5] -> 10
  static func signalReader(using generator: inout RandomGenerator) -> Classifier {
    Classifier(
      network: Sequential(
        Conv1D(
          inputChannels: 1, outputChannels: 25, kernelSize: 5, stride: 2, padding: 1,
          using: &generator),
        Activation.relu,
        Conv1D(
          inputChannels: 25, outputChannels: 25, kernelSize: 3, stride: 2, padding: 1,
          using: &generator),
        Activation.relu,
        Conv1D(
          inputChannels: 25, outputChannels: 25, kernelSize: 3, stride: 2, padding: 1,
          using: &generator),
        Activation.relu, Flatten(),
        Linear(inputSize: 125, outputSize: 10, using: &generator)),
      exampleShape: [1, 40])
  }

  /// The recurrent network of the same paper: 5,134 weights.
  ///
  /// How it works is told in lesson 12.
  static func recurrentReader(using generator: inout RandomGenerator) -> Classifier {
    Classifier(
      network: Sequential(
        BothWays(hiddenSize: 6, using: &generator), Flatten(),
        Linear(inputSize: 2 * 6 * 40, outputSize: 10, using: &generator)),
      exampleShape: [40])
  }

  /// A small network for digits of 8 x 8 pixels.
  ///
  ///     [1, 8, 8] -> [16, 8, 8] -> [32, 8, 8] -> pooled [32, 4, 4] -> 10
  static func digitReader(using generator: inout RandomGenerator) -> Classifier {
    Classifier(
      network: Sequential(
        Conv2D(
          inputChannels: 1, outputChannels: 16, kernelSize: 3, padding: 1, using: &generator),
        Activation.relu,
        Conv2D(
          inputChannels: 16, outputChannels: 32, kernelSize: 3, padding: 1, using: &generator),
        Activation.relu, MaxPool2D(size: 2), Flatten(), Dropout(rate: 0.5),
        Linear(inputSize: 512, outputSize: 10, using: &generator)),
      exampleShape: [1, 8, 8])
  }

  /// LeNet-5 as it is built today: ReLU and max pooling in place of sigmoids and averages.
  ///
  ///     [1, 28, 28] -> [6, 28, 28] -> pooled [6, 14, 14] -> [16, 10, 10] -> pooled [16, 5, 5]
  ///     -> 120 -> 84 -> 10
  ///
  /// - `pools`: false lets the convolutions stride by 2 and leaves the pooling out.
  ///
  /// Source: Y. LeCun, L. Bottou, Y. Bengio and P. Haffner, Gradient-based learning applied to
  /// document recognition, Proceedings of the IEEE 86 (1998), 2278-2324.
  static func leNet(pools: Bool = true, using generator: inout RandomGenerator) -> Classifier {
    let stride = pools ? 1 : 2
    let pooling: [any Layer] = pools ? [MaxPool2D(size: 2)] : []
    var layers: [any Layer] = [
      Conv2D(
        inputChannels: 1, outputChannels: 6, kernelSize: 5, stride: stride, padding: 2,
        using: &generator), Activation.relu,
    ]
    layers += pooling
    layers += [
      Conv2D(
        inputChannels: 6, outputChannels: 16, kernelSize: 5, stride: stride, using: &generator),
      Activation.relu,
    ]
    layers += pooling
    layers += [
      Flatten(), Linear(inputSize: 400, outputSize: 120, using: &generator), Activation.relu,
      Linear(inputSize: 120, outputSize: 84, using: &generator), Activation.relu,
      Linear(inputSize: 84, outputSize: 10, using: &generator),
    ]
    return Classifier(network: Sequential(layers), exampleShape: [1, 28, 28])
  }
}

/// Two recurrent networks: one reads a signal from the left, the other from the right.
///
/// **Shape** [batch, points] -> [batch, points, 2 * hidden].
struct BothWays: Layer {
  let fromLeft: GRU
  let fromRight: GRU

  init(hiddenSize: Int, using generator: inout RandomGenerator) {
    fromLeft = GRU(inputSize: 1, hiddenSize: hiddenSize, using: &generator)
    fromRight = GRU(inputSize: 1, hiddenSize: hiddenSize, using: &generator)
  }

  var parameters: [Variable] { fromLeft.parameters + fromRight.parameters }

  func callAsFunction(_ input: Variable) -> Variable {
    let (count, points) = (input.shape[0], input.shape[1])
    let turned = input.value.columns((0..<points).reversed())
    // What the second says of a point stands at the mirrored place; the layer above does not mind.
    return Variable.concatenate(
      [
        fromLeft(input.reshaped(count, points, 1)).outputs,
        fromRight(Variable(constant: turned.reshaped(count, points, 1))).outputs,
      ], axis: 2)
  }
}
