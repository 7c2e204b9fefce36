/// The formulas of this lesson, each written once, for every kind of number.
enum Formula {
  /// f = (a + b) * 3b.
  static func slide<N: Number>(_ a: N, _ b: N) -> N { (a + b) * (3 * b) }

  /// f = log x1 + x1 x2 - sin x2: the example of the surveys.
  static func survey<N: Number>(_ x1: N, _ x2: N) -> N { x1.log() + x1 * x2 - x2.sin() }

  /// The expression on the front page of micrograd: no meaning, but almost every operation.
  static func micrograd<N: Number>(_ a: N, _ b: N) -> N {
    var c = a + b
    var d = a * b + b.power(3)
    c = c + (c + 1)
    c = c + (1 + c - a)
    d = d + (d * 2 + (b + a).relu())
    d = d + (3 * d + (b - a).relu())
    let f = (c - d).power(2)
    return f / 2 + 10 / f
  }

  // MARK: - Of many numbers

  /// The product of n numbers: the example of Speelpenning's thesis.
  static func product<N: Number>(_ x: [N]) -> N { x.dropFirst().reduce(x[0], *) }

  /// A long curved valley: the sum over i of 100 (x_(i+1) - x_i^2)^2 + (1 - x_i)^2.
  ///
  /// Source: H. H. Rosenbrock, The Computer Journal 3 (1960).
  static func valley<N: Number>(_ x: [N]) -> N {
    .sum(
      zip(x, x.dropFirst()).map { here, next in
        let offset = next - here * here
        let distance = 1 - here
        return 100 * (offset * offset) + distance * distance
      })
  }

  /// What one neuron with n weights loses on one example: log(1 + e^-s) of its score s.
  static func neuron<N: Number>(_ weights: [N]) -> N {
    let score = N.sum(weights.enumerated().map { i, weight in (1 / Double(i + 1)) * weight })
    return (1 + (-score).exp()).log()
  }
}
