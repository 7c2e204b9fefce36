import Loops

// Functions of one number, applied to each element. **Shape** any -> the same.

extension Variable {
  /// The exponential.
  ///
  /// Gradient: y, the function is its own derivative.
  public func exp() -> Variable {
    let y = value.exp()
    return Variable(y, from: self) { gradient in gradient * y }
  }

  /// The natural logarithm.
  ///
  /// Gradient: 1 / x. Infinite at 0, not a number below.
  public func log() -> Variable {
    let x = value
    return Variable(x.log(), from: self) { gradient in gradient / x }
  }

  /// The square.
  ///
  /// Gradient: 2 x.
  public func squared() -> Variable {
    let x = value
    return Variable(x.squared(), from: self) { gradient in gradient * x * 2 }
  }

  /// The square root.
  ///
  /// Gradient: 1 / (2 y), infinite at 0.
  public func squareRoot() -> Variable {
    let y = value.squareRoot()
    return Variable(y, from: self) { gradient in gradient / y * 0.5 }
  }

  /// The absolute value.
  ///
  /// Gradient: the sign of x, and 0 at 0.
  public func abs() -> Variable {
    let x = value
    return Variable(x.abs(), from: self) { gradient in gradient * x.sign() }
  }

  /// A power with a constant exponent.
  ///
  /// Gradient: n x^(n - 1).
  public func power(_ exponent: Float) -> Variable {
    let x = value
    return Variable(x.power(exponent), from: self) { gradient in
      // x^0 is a constant, at 0 too, where x^-1 is infinite.
      if exponent == 0 { return Tensor.zeros(like: x) }
      return gradient * x.power(exponent - 1) * exponent
    }
  }

  /// The nearest number in a range.
  ///
  /// Gradient: 1 inside, 0 outside.
  public func clamped(to range: ClosedRange<Float>) -> Variable {
    let x = value
    return Variable(x.clamped(to: range), from: self) { gradient in
      x.holding(Loops.zip(gradient.scalars, x.scalars) { g, x in range.contains(x) ? g : 0 })
    }
  }
}
