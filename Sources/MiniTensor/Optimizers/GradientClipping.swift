import Kernels

extension [Variable] {
  /// The length of all gradients together, taken as one long vector.
  public var gradientNorm: Float {
    let total = reduce(0.0) { $0 + ($1.gradient.map { Kernels.sumOfSquares($0.scalars) } ?? 0) }
    return Float(total.squareRoot())
  }

  /// Shortens all gradients together to a greatest length; their direction stays.
  ///
  /// - Returns: the length before. A gradient that is not finite is left as it is.
  ///
  /// Source: R. Pascanu, T. Mikolov, Y. Bengio, ICML 2013, algorithm 1.
  @discardableResult
  public func clipGradients(toNorm limit: Float) -> Float {
    requireSize(limit, "clipGradients", "limit")
    let norm = gradientNorm
    guard norm.isFinite, norm > limit else { return norm }
    for variable in self {
      if variable.gradient != nil { variable.gradient? *= limit / norm }
    }
    return norm
  }
}
