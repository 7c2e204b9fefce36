import MiniTensor

/// Linear regression with p unknowns and n examples, and its error on new examples.
///
///     y = x . beta + noise        x ~ N(0, 1) each, |beta|^2 = r2, noise ~ N(0, sigma2)
///
/// Source: T. Hastie, A. Montanari, S. Rosset, R. Tibshirani, Surprises in high-dimensional
/// ridgeless least squares interpolation, Annals of Statistics 50 (2022), theorem 1.
enum DoubleDescent {
  static let signal = 5.0  // r^2
  static let noise = 1.0  // sigma^2
  static let examples = 200  // n

  /// What the theorem says of the error in excess of the noise, at gamma = p / n, for large n.
  static func theory(_ gamma: Double) -> Double {
    gamma < 1
      ? noise * gamma / (1 - gamma)
      : signal * (1 - 1 / gamma) + noise / (gamma - 1)
  }

  /// One trial: draw beta and the examples, fit, and compare.
  struct Trial: Sendable {
    /// |w - beta|^2: the expected squared error on a new example, in excess of its noise.
    var risk: Double
    /// The same with the best ridge.
    var ridgeRisk: Double
    /// The mean squared error on the examples themselves.
    var trainingError: Double
  }

  static func trial(unknowns p: Int, using generator: inout RandomGenerator) -> Trial {
    var beta = normals(p, &generator)
    let scale = (signal / LeastSquares.dot(beta, beta)).squareRoot()
    for i in beta.indices { beta[i] *= scale }
    let x = (0..<examples).map { _ in normals(p, &generator) }  // [n][p]
    let errors = normals(examples, &generator)
    let y = zip(x, errors).map { LeastSquares.dot($0, beta) + noise.squareRoot() * $1 }

    let w = LeastSquares.fit(x, y)
    // As strong as the noise, against a signal spread over p weights: no other ridge does better.
    let ridged = LeastSquares.fit(x, y, ridge: noise * Double(p) / signal)
    let residuals = zip(x, y).map { LeastSquares.dot($0, w) - $1 }
    return Trial(
      risk: squaredDistance(w, beta), ridgeRisk: squaredDistance(ridged, beta),
      trainingError: LeastSquares.dot(residuals, residuals) / Double(examples))
  }

  private static func normals(_ count: Int, _ generator: inout RandomGenerator) -> [Double] {
    (0..<count).map { _ in Double(generator.normal()) }
  }

  private static func squaredDistance(_ a: [Double], _ b: [Double]) -> Double {
    zip(a, b).map { ($0 - $1) * ($0 - $1) }.reduce(0, +)
  }
}
