import ExerciseKit
import Foundation

/// Exercise 6.4 - Dual numbers.                                        ** 35 minutes
///
/// A number that carries its derivative along. Choose the input by which to derive, and start it
/// with derivative 1, the others with 0. Then compute: the result's derivative is the answer.
///
///     let x = Dual(3, derivative: 1)
///     let y = x * x + Dual(2, derivative: 0)        // value 11, derivative 6
///
/// With u and v for the values, u' and v' for the derivatives, the rules of school say
///
///     (u + v)' = u' + v'        (u v)' = u' v + u v'        (u / v)' = (u' v - u v') / v^2
///     f(u)' = f'(u) u'
///
/// You write the four operations and three functions, and then a loop that uses them.
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
    todo()
  }

  /// The difference.
  public static func - (left: Dual, right: Dual) -> Dual {
    todo()
  }

  /// The product.
  public static func * (left: Dual, right: Dual) -> Dual {
    todo()
  }

  /// The quotient.
  public static func / (left: Dual, right: Dual) -> Dual {
    todo()
  }

  /// e to the power of this number.
  public func exponential() -> Dual {
    todo()
  }

  /// The natural logarithm.
  public func logarithm() -> Dual {
    todo()
  }

  /// The sine.
  public func sine() -> Dual {
    todo()
  }
}

/// Exercise 6.4 - Dual numbers, last part: through a loop.
///
/// The square root of x by averaging, and how fast what comes out changes with x. Begin with the
/// guess 1; in each step the mean of the guess g and of x / g becomes the new guess.
///
///     squareRootByAveraging(4, steps: 1)     // value 2.5, derivative 0.5
///     squareRootByAveraging(4, steps: 2)     // value 2.05, derivative 0.29
///
/// The derivative is that of the guess after just so many steps, not that of the exact root. As a
/// formula it becomes longer with every step, and nobody needs it: carry the loop out in `Dual`.
///
/// - Parameters:
///   - x: what the root is taken of, more than 0.
///   - steps: how many, 0 or more.
/// - Returns: the last guess and its derivative by x.
public func squareRootByAveraging(_ x: Double, steps: Int) -> (value: Double, derivative: Double) {
  todo()
}
