import ExerciseKit
import Foundation

/// In Double, with the exponential of a negative number only.
public func sigmoid(_ x: Float) -> Float {
  let e = exp(-Double(abs(x)))
  return Float(x >= 0 ? 1 / (1 + e) : e / (1 + e))
}

/// By `expm1`, and odd by construction.
public func hyperbolicTangent(_ x: Float) -> Float {
  let m = expm1(-2 * abs(x))
  let tanh = -m / (2 + m)
  return x < 0 ? -tanh : tanh
}

/// Half of the number and of its size.
public func relu(_ x: Float) -> Float { (x + abs(x)) / 2 }

/// Two ReLUs.
public func leakyReLU(_ x: Float, slope: Float) -> Float { relu(x) - slope * relu(-x) }

/// The floor first.
public func elu(_ x: Float, scale: Float) -> Float {
  guard x <= 0 else { return x }
  return scale * expm1(x)
}
