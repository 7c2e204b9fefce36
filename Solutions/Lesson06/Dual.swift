import ExerciseKit
import Foundation

/// Exercise 6.4 - Dual numbers.                                        ** 25 minutes
///
/// A number that carries its derivative along. Start the input you derive by with derivative 1,
/// the others with 0, and compute: the result's derivative is the answer.
///
///     let x = Dual(3, derivative: 1)
///     let y = x * x + Dual(2, derivative: 0)        // value 11, derivative 6
///
/// With u and v for the values, u' and v' for the derivatives, the rules of school say
///
///     (u + v)' = u' + v'        (u v)' = u' v + u v'        (u / v)' = (u' v - u v') / v^2
///     f(u)' = f'(u) u'
///
/// You write the four operations and three functions.
public struct Dual: DualNumber {
  /// The number.
  public var value: Double

  /// Its derivative by the input that was chosen.
  public var derivative: Double

  /// A number that changes so fast.
  public init(_ value: Double, derivative: Double) {
    self.value = value
    self.derivative = derivative
  }

  /// The sum.
  public static func + (left: Dual, right: Dual) -> Dual {
    Dual(left.value + right.value, derivative: left.derivative + right.derivative)
  }

  /// The difference.
  public static func - (left: Dual, right: Dual) -> Dual {
    Dual(left.value - right.value, derivative: left.derivative - right.derivative)
  }

  /// The product.
  public static func * (left: Dual, right: Dual) -> Dual {
    Dual(
      left.value * right.value,
      derivative: left.derivative * right.value + left.value * right.derivative)
  }

  /// The quotient.
  public static func / (left: Dual, right: Dual) -> Dual {
    let numerator = left.derivative * right.value - left.value * right.derivative
    return Dual(left.value / right.value, derivative: numerator / (right.value * right.value))
  }

  /// e to the power of this number.
  public func exponential() -> Dual {
    Dual(exp(value), derivative: exp(value) * derivative)
  }

  /// The natural logarithm.
  public func logarithm() -> Dual {
    Dual(log(value), derivative: derivative / value)
  }

  /// The sine.
  public func sine() -> Dual {
    Dual(sin(value), derivative: cos(value) * derivative)
  }
}
