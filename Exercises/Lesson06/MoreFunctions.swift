import ExerciseKit
import Foundation

// Exercise 6.3 - More functions.                                             ** 30 minutes
//
// To teach an engine a new operation you tell it two things: its value, and its slope, which is
// the derivative at this place. The rest of the engine stays as it is. Each function returns both.
// Foundation's `exp`, `log`, `tanh` and `pow` are allowed; the slopes are what this is about.
//
// A good rule takes the slope from the value, where it can: for the exponential they are the same.

/// The exponential e^x.
///
/// - Returns: the value and the slope by x.
public func exponential(_ x: Double) -> (value: Double, slope: Double) {
  todo()
}

/// The hyperbolic tangent.
///
/// For x = 1000 it is 1, with slope 0.
/// - Returns: the value and the slope by x.
public func hyperbolicTangent(_ x: Double) -> (value: Double, slope: Double) {
  todo()
}

/// The rectified linear unit: x above zero, else 0.
///
/// At x = 0 there is a corner. Take 0 for its slope.
/// - Returns: the value and the slope by x.
public func relu(_ x: Double) -> (value: Double, slope: Double) {
  todo()
}

/// The power x^n for a constant n.
///
/// With the exponent 0 it is 1 everywhere, also at x = 0: the slope is 0 there, and not "not a
/// number".
/// - Parameters:
///   - x: the base.
///   - exponent: n, any number, also negative; with x = 0 at least 1, or 0.
/// - Returns: the value and the slope by x.
public func power(_ x: Double, exponent: Double) -> (value: Double, slope: Double) {
  todo()
}

/// The quotient a / b.
///
/// - Returns: the value, the slope by a and the slope by b.
public func quotient(_ a: Double, _ b: Double) -> (
  value: Double, slopeByA: Double, slopeByB: Double
) {
  todo()
}

/// The smooth maximum log(e^a + e^b): a little above the larger of two numbers, and without its
/// corner.
///
/// It must hold for numbers like 1000 and -1000 too, where e^a is infinite or 0 in a `Double`.
///
///     smoothMaximum(0, 0).value          // 0.6931, which is log 2
///     smoothMaximum(1000, 998).value     // 1000.1269
///
/// Its slopes stand in no table: find them. A question to check them by: when a and b both grow by
/// the same small amount, by how much does the value grow?
/// - Returns: the value, the slope by a and the slope by b.
public func smoothMaximum(_ a: Double, _ b: Double) -> (
  value: Double, slopeByA: Double, slopeByB: Double
) {
  todo()
}
