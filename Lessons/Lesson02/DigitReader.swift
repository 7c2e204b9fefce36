/// Ten perceptrons that read one digit together: the highest score wins.
///
///     answer      y^ = the class with the highest score w_c . x + b_c
///     correction  w_y <- w_y + x, b_y <- b_y + 1        the class that should have won
///                 w_y^ <- w_y^ - x, b_y^ <- b_y^ - 1    the class that won wrongly
///
/// The rule goes back to Kesler's construction (Nilsson, Learning Machines, 1965).
struct DigitReader {
  /// One neuron a class. `[classes]`
  var neurons: [Perceptron]

  init(classes: Int, inputs: Int) {
    neurons = [Perceptron](repeating: Perceptron(inputs: inputs), count: classes)
  }

  /// The class with the highest score; the first of them in a tie.
  func answer(_ x: [Float]) -> Int {
    var best = 0
    var highest = -Float.infinity
    for (index, neuron) in neurons.enumerated() {
      let score = neuron.score(x)
      if score > highest { (best, highest) = (index, score) }
    }
    return best
  }

  /// Shows one digit; after a mistake two neurons move, one towards it and one away.
  mutating func learn(_ x: [Float], label: Int) -> Bool {
    let predicted = answer(x)
    guard predicted != label else { return false }
    neurons[label].add(x, times: 1, bias: 1)
    neurons[predicted].add(x, times: -1, bias: -1)
    return true
  }

  /// Shows one digit to ten neurons that each decide alone "mine" or "not mine".
  ///
  /// - Returns: how many of them were wrong.
  mutating func learnOneAgainstAll(_ x: [Float], label: Int) -> Int {
    neurons.indices.count { neurons[$0].learn(x, label: $0 == label ? 1 : -1, learningRate: 0.5) }
  }

  /// The share of digits read correctly, from 0 to 1.
  func accuracy(_ x: [[Float]], _ labels: [Int]) -> Float {
    Float(zip(x, labels).count { answer($0) == $1 }) / Float(labels.count)
  }
}

extension Perceptron {
  /// w <- w + factor x, b <- b + step.
  mutating func add(_ x: [Float], times factor: Float, bias step: Float) {
    for i in weights.indices { weights[i] += factor * x[i] }
    bias += step
  }
}

/// A digit reader that also keeps the sum of all weights it ever had (Freund and Schapire, 1999).
///
/// The sum answers like the average: a common factor changes no winner.
struct AveragedReader {
  /// The neurons as they are now.
  private(set) var reader: DigitReader
  /// The sum of the neurons after every example so far.
  private(set) var average: DigitReader

  init(classes: Int, inputs: Int) {
    reader = DigitReader(classes: classes, inputs: inputs)
    average = reader
  }

  /// Shows one digit, and adds the neurons to the sum, whether they moved or not.
  mutating func learn(_ x: [Float], label: Int) -> Bool {
    let mistake = reader.learn(x, label: label)
    for (index, neuron) in reader.neurons.enumerated() {
      average.neurons[index].add(neuron.weights, times: 1, bias: neuron.bias)
    }
    return mistake
  }
}
