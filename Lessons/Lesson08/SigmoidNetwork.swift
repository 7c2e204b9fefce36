import MiniTensor

/// The network of Nielsen's book, with weights that shrink: L2 regularization by hand.
///
///     a1 = sigmoid(x W1 + b1)        a2 = sigmoid(a1 W2 + b2)
///     W <- (1 - eta lambda / n) W - eta dL/dW          b <- b - eta dL/db
///
/// Source: M. Nielsen, Neural Networks and Deep Learning (2015), chapter 3, `network2.py`.
struct SigmoidNetwork: Sendable {
  var hiddenWeights: Tensor  // [784, 30]
  var hiddenBias: Tensor  // [30]
  var outputWeights: Tensor  // [30, 10]
  var outputBias: Tensor  // [10]

  /// How widely the first weights are spread.
  enum Spread: Sendable {
    /// Every weight ~ N(0, 1): the sum of many inputs is huge, and the neuron saturates.
    case large
    /// Every weight ~ N(0, 1 / inputs): the sum of many inputs is about as large as one.
    case small
  }

  init(_ sizes: [Int], _ spread: Spread, using generator: inout RandomGenerator) {
    func weights(_ inputs: Int, _ outputs: Int) -> Tensor {
      let deviation = spread == .large ? 1 : 1 / Float(inputs).squareRoot()
      return .normal([inputs, outputs], standardDeviation: deviation, using: &generator)
    }
    hiddenWeights = weights(sizes[0], sizes[1])
    hiddenBias = .normal([sizes[1]], using: &generator)
    outputWeights = weights(sizes[1], sizes[2])
    outputBias = .normal([sizes[2]], using: &generator)
  }

  /// **Shape** images [batch, 784] -> [batch, 10], each output from 0 to 1.
  func callAsFunction(_ images: Tensor) -> Tensor {
    layers(images).output
  }

  private func layers(_ images: Tensor) -> (hidden: Tensor, output: Tensor) {
    var hidden = matmul(images, hiddenWeights)
    hidden += hiddenBias
    hidden = hidden.sigmoid()
    var output = matmul(hidden, outputWeights)
    output += outputBias
    return (hidden, output.sigmoid())
  }

  /// One step of stochastic gradient descent on the cross-entropy.
  ///
  /// **Shape** images [batch, 784], targets [batch, 10].
  ///
  /// - `decay`: lambda / n, how strongly the weights are punished; biases are not.
  mutating func step(_ images: Tensor, targets: Tensor, learningRate: Float, decay: Float) {
    let (hidden, output) = layers(images)
    // Cross-entropy and sigmoid together: the blame of an output is its error (lesson 05).
    let outputBlame = (output - targets) * (learningRate / Float(images.shape[0]))
    let hiddenBlame =
      outputBlame.matmul(outputWeights, transposingOther: true) * (hidden * (1 - hidden))

    let shrinkage = 1 - learningRate * decay
    if shrinkage != 1 {
      hiddenWeights *= shrinkage
      outputWeights *= shrinkage
    }
    hiddenWeights -= matmul(images, hiddenBlame, transposingLeft: true)
    hiddenBias -= hiddenBlame.sum(axis: 0)
    outputWeights -= matmul(hidden, outputBlame, transposingLeft: true)
    outputBias -= outputBlame.sum(axis: 0)
  }

  /// The mean over the rows of the cross-entropy, summed over the ten outputs.
  static func crossEntropy(_ output: Tensor, targets: Tensor) -> Double {
    // A saturated output is exactly 0 or 1 in a Float; its logarithm is kept finite.
    let a = output.clamped(to: 1e-7...(1 - 1e-7))
    let terms = targets * a.log() + (1 - targets) * (1 - a).log()
    return Double(-terms.sum()) / Double(output.shape[0])
  }

  /// The length of all weights together, without the biases.
  var length: Double {
    Double(hiddenWeights.squared().sum() + outputWeights.squared().sum()).squareRoot()
  }
}
