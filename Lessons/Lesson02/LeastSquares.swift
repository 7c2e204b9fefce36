/// Least squares: the line that makes the sum of (y - s)^2 smallest, s being the score.
///
/// It measures the error before the threshold, and so it asks how wrong an answer is, not only
/// whether.
enum LeastSquares {
  /// The best line at once, from the normal equations (X' X) w = X' y (Gauss, Legendre).
  ///
  /// The sums are in `Double`. A feature that is always 0 gets weight 0.
  static func fit(_ examples: Examples) -> Perceptron {
    let size = examples.features + 1
    var rows = [[Double]](repeating: [Double](repeating: 0, count: size + 1), count: size)
    for (x, label) in zip(examples.x, examples.labels) {
      let extended = [1] + x.map(Double.init)  // x~ = (1, x)
      for i in 0..<size where extended[i] != 0 {
        for j in 0..<size { rows[i][j] += extended[i] * extended[j] }
        rows[i][size] += extended[i] * Double(label)
      }
    }
    let solution = eliminate(rows).map { Float($0) }
    var neuron = Perceptron(inputs: examples.features)
    neuron.bias = solution[0]
    neuron.weights = Array(solution[1...])
    return neuron
  }

  /// One epoch of Widrow and Hoff's rule (1960): w <- w + eta (y - s) x after every example, right
  /// or wrong.
  static func epoch(_ neuron: inout Perceptron, _ examples: Examples, learningRate: Float) {
    for (x, label) in zip(examples.x, examples.labels) {
      let step = learningRate * (label - neuron.score(x))
      for i in x.indices { neuron.weights[i] += step * x[i] }
      neuron.bias += step
    }
  }

  /// Solves a symmetric system by elimination; each row is an equation with its right side at the
  /// end.
  private static func eliminate(_ system: [[Double]]) -> [Double] {
    var rows = system
    let size = rows.count
    for pivot in 0..<size where rows[pivot][pivot] > 1e-9 {
      for row in 0..<size where row != pivot {
        let factor = rows[row][pivot] / rows[pivot][pivot]
        guard factor != 0 else { continue }
        for column in pivot...size { rows[row][column] -= factor * rows[pivot][column] }
      }
    }
    return rows.prefix(size).enumerated().map { pivot, row in
      row[pivot] > 1e-9 ? row[size] / row[pivot] : 0
    }
  }
}
