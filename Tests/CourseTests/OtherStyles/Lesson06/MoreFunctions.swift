import ExerciseKit
import Foundation

/// By the power of e.
public func exponential(_ x: Double) -> (value: Double, slope: Double) {
  (value: exp(x), slope: pow(M_E, x))
}

/// By the exponential of a negative number, and 1 / cosh^2 as (1 - y) (1 + y).
public func hyperbolicTangent(_ x: Double) -> (value: Double, slope: Double) {
  let e = exp(-2 * abs(x))
  let y = (1 - e) / (1 + e)
  return (x < 0 ? -y : y, (1 - y) * (1 + y))
}

/// One question for both.
public func relu(_ x: Double) -> (value: Double, slope: Double) {
  let isOpen = x > 0
  return (isOpen ? x : 0, isOpen ? 1 : 0)
}

/// Case by case.
public func power(_ x: Double, exponent: Double) -> (value: Double, slope: Double) {
  switch (x, exponent) {
  case (_, 0): (1, 0)
  case (0, 1): (0, 1)
  case (0, _): (0, 0)
  default: (pow(x, exponent), exponent * pow(x, exponent) / x)
  }
}

/// By the power -1.
public func quotient(_ a: Double, _ b: Double) -> (
  value: Double, slopeByA: Double, slopeByB: Double
) {
  let turned = power(b, exponent: -1)
  return (a * turned.value, turned.value, a * turned.slope)
}

/// By the distance of the two, and the sigmoid of it as a tanh.
public func smoothMaximum(_ a: Double, _ b: Double) -> (
  value: Double, slopeByA: Double, slopeByB: Double
) {
  let half = (a - b) / 2
  return (
    (a + b) / 2 + abs(half) + log1p(exp(-2 * abs(half))), (1 + tanh(half)) / 2, (1 - tanh(half)) / 2
  )
}
