import MiniTensor

/// The closed box: it shows a network examples and moves its weights until the answers are right.
///
/// **You need not understand this file yet.** Lesson 05 opens the box and derives every line. Until
/// then: each weight is moved a little in the direction in which the loss falls, and keeps some of
/// its previous speed (momentum), as a ball rolling downhill does.
struct ClosedBox {
  private(set) var network: MultilayerPerceptron
  private var velocities: [Slopes]

  /// How steeply the loss rises with each weight of one layer.
  struct Slopes {
    var weights: Tensor  // [inputs, outputs]
    var bias: Tensor  // [outputs]
  }

  static let momentum: Float = 0.9

  /// A box around a network with ReLU hidden layers whose output layer gives logits.
  init(_ network: MultilayerPerceptron) {
    precondition(
      network.layers.dropLast().allSatisfy { $0.activation == .relu }
        && network.layers.last?.activation == .identity,
      "ClosedBox: trains relu hidden layers and an identity output layer only")
    self.network = network
    velocities = network.layers.map {
      Slopes(weights: .zeros(like: $0.weights), bias: .zeros(like: $0.bias))
    }
  }

  /// One small step downhill on one batch.
  ///
  /// **Shape** input [batch, inputs], one label a row. Returns the loss before the step.
  mutating func step(_ input: Tensor, labels: [Int], learningRate: Float) -> Float {
    let (loss, slopes) = Self.lossAndSlopes(of: network, input, labels: labels)
    for level in network.layers.indices {
      velocities[level].weights *= Self.momentum
      velocities[level].weights -= learningRate * slopes[level].weights
      network.layers[level].weights += velocities[level].weights
      velocities[level].bias *= Self.momentum
      velocities[level].bias -= learningRate * slopes[level].bias
      network.layers[level].bias += velocities[level].bias
    }
    return loss
  }

  /// Backpropagation: forward through the layers, then backward with the blame.
  static func lossAndSlopes(
    of network: MultilayerPerceptron, _ input: Tensor, labels: [Int]
  ) -> (loss: Float, slopes: [Slopes]) {
    var signals = [input]  // what each layer read: [batch, inputs of the layer]
    for layer in network.layers { signals.append(layer(signals.last!)) }
    let logits = signals.removeLast()
    let loss = Classification.crossEntropy(logits, labels: labels)

    // What the loss wants of the logits: probabilities minus truth.
    let truth = Tensor.oneHot(labels, classes: logits.shape[1])
    var blame = (Classification.softmax(logits) - truth) / Float(labels.count)

    var slopes: [Slopes] = []  // from the last layer to the first
    for (layer, signal) in zip(network.layers, signals).reversed() {
      slopes.append(
        Slopes(
          weights: signal.matmul(blame, transposingSelf: true), bias: blame.sum(axis: 0)))
      guard slopes.count < network.layers.count else { break }
      // A ReLU that slept passes no blame on.
      blame = blame.matmul(layer.weights, transposingOther: true) * signal.greater(than: 0)
    }
    return (loss, slopes.reversed())
  }
}
