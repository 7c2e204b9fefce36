import MiniTensor

/// One neuron that says "seven" where its score is positive, and "three" elsewhere.
struct LogisticReader: Sendable {
  private(set) var weights: Tensor  // [784, 1]
  private(set) var bias: Float = 0

  /// Gradient descent on the mean of log(1 + e^(-y s)), all examples at once, from zero.
  ///
  /// **Shape** `images [count, 784]`, `signs [count, 1]`, each -1 or +1.
  init(_ images: Tensor, _ signs: Tensor, steps: Int, learningRate: Float = 0.5) {
    weights = .zeros(images.shape[1], 1)
    let count = Float(images.shape[0])
    for _ in 0..<steps {
      // The slope of the loss by the score: -y sigmoid(-y s).
      let slopes = signs * (signs * scores(images) * -1).sigmoid() * -1  // [count, 1]
      weights -= images.matmul(slopes, transposingSelf: true) * (learningRate / count)
      bias -= learningRate / count * slopes.sum()
    }
  }

  /// The scores w x + b. `[count, 1]`
  func scores(_ images: Tensor) -> Tensor { images.matmul(weights) + bias }

  /// The share of examples on the wrong side.
  func error(_ images: Tensor, _ signs: Tensor) -> Double {
    let right = (scores(images) * signs).greater(than: 0).sum()
    return 1 - Double(right) / Double(images.shape[0])
  }

  /// The images, each pixel moved by epsilon against its own class.
  ///
  /// The slope of the loss by x is -y sigmoid(-y s) w, and its sign that of -y w.
  func attacked(_ images: Tensor, _ signs: Tensor, epsilon: Float) -> Tensor {
    images - signs * weights.transposed().sign() * epsilon
  }
}
