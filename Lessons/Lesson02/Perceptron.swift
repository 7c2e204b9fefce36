/// The perceptron: a threshold neuron that learns from its mistakes (Rosenblatt, 1957-1962).
///
///     answer      y^ = +1 if w . x + b >= 0, else -1
///     correction  w <- w + eta (y - y^) x        b <- b + eta (y - y^)
struct Perceptron {
  /// One weight a feature. `[features]`
  var weights: [Float]
  /// The weight of an input that is always 1; it moves the line away from the origin.
  var bias: Float = 0

  /// A perceptron that knows nothing: all weights are 0.
  init(inputs: Int) {
    weights = [Float](repeating: 0, count: inputs)
  }

  /// How strongly the neuron leans to +1.
  func score(_ x: [Float]) -> Float {
    dot(weights, x) + bias
  }

  /// The neuron's answer: +1 or -1.
  func answer(_ x: [Float]) -> Float {
    score(x) >= 0 ? 1 : -1
  }

  /// Shows one example, and moves the weights if the answer was wrong.
  ///
  /// - Returns: whether it was a mistake.
  mutating func learn(_ x: [Float], label: Float, learningRate: Float) -> Bool {
    let predicted = answer(x)
    guard predicted != label else { return false }
    let step = learningRate * (label - predicted)  // +2 eta or -2 eta
    for i in weights.indices { weights[i] += step * x[i] }
    bias += step
    return true
  }

  /// Shows every example once, in the order given.
  ///
  /// - Returns: the number of mistakes on the way.
  mutating func epoch(_ examples: Examples, learningRate: Float) -> Int {
    zip(examples.x, examples.labels).count {
      learn($0, label: $1, learningRate: learningRate)
    }
  }

  /// The share of the examples that it answers wrongly now, from 0 to 1.
  func errorRate(on examples: Examples) -> Float {
    let wrong = zip(examples.x, examples.labels).count { answer($0) != $1 }
    return Float(wrong) / Float(examples.count)
  }
}
