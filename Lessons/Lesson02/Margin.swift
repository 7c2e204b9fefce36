/// How wide the gap between two classes is, and how many mistakes that allows (Novikoff, 1962).
///
/// The theorem speaks of lines through the origin, so the bias becomes a weight like the others:
/// w~ = (b, w), of an input that is always 1: x~ = (1, x).
enum Margin {
  /// R, the length of the longest example |x~|.
  static func radius(of examples: Examples) -> Float {
    let squares = examples.x.map { 1 + dot($0, $0) }
    return squares.max()?.squareRoot() ?? 0
  }

  /// gamma, how far the closest example lies from the line of `neuron`, on its right side.
  ///
  ///     gamma = min over all examples of y (w~ . x~) / |w~|
  ///
  /// Zero or less: the line does not separate the classes.
  static func margin(of neuron: Perceptron, on examples: Examples) -> Float {
    let length = (dot(neuron.weights, neuron.weights) + neuron.bias * neuron.bias).squareRoot()
    let scores = zip(examples.x, examples.labels).map { $1 * neuron.score($0) }
    return (scores.min() ?? 0) / length
  }

  /// The most mistakes that a perceptron can make, by the margin of one separating line: (R /
  /// gamma)^2.
  static func bound(by neuron: Perceptron, on examples: Examples) -> Float {
    let gamma = margin(of: neuron, on: examples)
    guard gamma > 0 else { return .infinity }
    let ratio = radius(of: examples) / gamma
    return ratio * ratio
  }

  /// A line with nearly the widest margin: a perceptron that always corrects the example it does
  /// worst.
  ///
  /// The minimum-overlap rule of Krauth and Mezard, 1987. Its margin tends to the widest one as the
  /// steps grow.
  static func widest(on examples: Examples, steps: Int) -> Perceptron {
    var neuron = Perceptron(inputs: examples.features)
    for _ in 0..<steps {
      var worst = 0
      var lowest = Float.infinity
      for i in 0..<examples.count {
        let overlap = examples.labels[i] * neuron.score(examples.x[i])
        if overlap < lowest { (worst, lowest) = (i, overlap) }
      }
      let y = examples.labels[worst]
      neuron.bias += y
      for j in neuron.weights.indices { neuron.weights[j] += y * examples.x[worst][j] }
    }
    return neuron
  }
}
