extension Tensor {
  /// Applies a function of your own to every element.
  ///
  /// Convenient, but slower than the functions below, which work on whole vector registers.
  public func map(_ transform: (Float) throws -> Float) rethrows -> Tensor {
    Tensor(scalars: try scalars.map(transform), dimensions: dimensions)
  }

  /// e to the power of every element.
  public func exp() -> Tensor { apply(.exp) }

  /// The natural logarithm of every element; minus infinity at 0, not a number below.
  public func log() -> Tensor { apply(.log) }

  /// The hyperbolic tangent of every element: (e^x - e^-x) / (e^x + e^-x), between -1 and 1.
  public func tanh() -> Tensor { apply(.tanh) }

  /// The logistic function of every element: 1 / (1 + e^-x), between 0 and 1.
  public func sigmoid() -> Tensor { apply(.sigmoid) }

  /// The rectifier: negative elements become 0, the others stay.
  public func relu() -> Tensor { apply(.relu) }

  /// The square root of every element; not a number below 0.
  public func squareRoot() -> Tensor { apply(.squareRoot) }

  /// Every element times itself.
  public func squared() -> Tensor { apply(.square) }

  /// The distance of every element from 0.
  public func abs() -> Tensor { apply(.abs) }

  /// -1, 0 or 1 for negative, zero and positive elements.
  public func sign() -> Tensor { apply(.sign) }

  /// Every element to a power: x^exponent.
  public func power(_ exponent: Float) -> Tensor {
    exponent == 2
      ? squared()
      : Tensor(
        scalars: Kernels.power(scalars, exponent), dimensions: dimensions)
  }

  /// Every element moved into a range: smaller ones to its lower end, larger ones to its upper.
  public func clamped(to range: ClosedRange<Float>) -> Tensor {
    combine(.maximum, range.lowerBound).combine(.minimum, range.upperBound)
  }

  private func apply(_ function: UnaryFunction) -> Tensor {
    Tensor(scalars: Kernels.apply(function, scalars), dimensions: dimensions)
  }
}
