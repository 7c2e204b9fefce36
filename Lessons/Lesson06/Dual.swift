/// A number that carries its derivative along: automatic differentiation in forward mode.
///
/// Think of `value + derivative * d` with a `d` so small that its square is nothing. Then
/// (u + u' d)(v + v' d) = u v + (u' v + u v') d: the product rule does not have to be taught, it
/// falls out. Start one input with derivative 1 and the others with 0, and the result's
/// derivative is the one by that input.
///
///     slide(Dual(5.0, derivative: 1), Dual(3.0, derivative: 0)).derivative       // 9
///     slide(Dual(5.0, derivative: 0), Dual(3.0, derivative: 1)).derivative       // 33
///
/// Source: W. K. Clifford 1873 for the numbers, R. E. Wengert 1964 for the program.
struct Dual<Real: Number>: Number {
  var value: Real
  var derivative: Real

  init(_ value: Real, derivative: Real) {
    self.value = value
    self.derivative = derivative
  }

  static func constant(_ value: Double) -> Dual {
    Dual(.constant(value), derivative: .constant(0))
  }

  static func + (left: Dual, right: Dual) -> Dual {
    Dual(left.value + right.value, derivative: left.derivative + right.derivative)
  }

  static func - (left: Dual, right: Dual) -> Dual {
    Dual(left.value - right.value, derivative: left.derivative - right.derivative)
  }

  static func * (left: Dual, right: Dual) -> Dual {
    Dual(
      left.value * right.value,
      derivative: left.derivative * right.value + left.value * right.derivative)
  }

  static func + (left: Dual, right: Double) -> Dual {
    Dual(left.value + right, derivative: left.derivative)
  }

  static func * (left: Double, right: Dual) -> Dual {
    Dual(left * right.value, derivative: left * right.derivative)
  }

  func power(_ exponent: Double) -> Dual {
    Dual(
      value.power(exponent), derivative: exponent * value.power(exponent - 1) * derivative)
  }

  func exp() -> Dual {
    let y = value.exp()
    return Dual(y, derivative: y * derivative)
  }

  func log() -> Dual { Dual(value.log(), derivative: derivative * value.power(-1)) }

  func sin() -> Dual { Dual(value.sin(), derivative: value.cos() * derivative) }

  func cos() -> Dual { Dual(value.cos(), derivative: -value.sin() * derivative) }

  func tanh() -> Dual {
    let y = value.tanh()
    return Dual(y, derivative: (1 - y * y) * derivative)
  }

  func relu() -> Dual { isPositive ? self : .constant(0) }

  var isPositive: Bool { value.isPositive }
}
