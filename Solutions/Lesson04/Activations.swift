import Foundation

/// The sigmoid: a soft step from 0 to 1.
public func sigmoid(_ x: Float) -> Float {
  // For very negative x, e^-x is infinite and 1 / infinity is the right answer, 0.
  1 / (1 + exp(-x))
}

/// The hyperbolic tangent: a sigmoid, twice as steep and twice as high.
public func hyperbolicTangent(_ x: Float) -> Float {
  2 * sigmoid(2 * x) - 1
}

/// The rectified linear unit.
public func relu(_ x: Float) -> Float {
  max(0, x)
}

/// The leaky ReLU: below zero a little comes through.
public func leakyReLU(_ x: Float, slope: Float) -> Float {
  x > 0 ? x : slope * x
}

/// The exponential linear unit: a ReLU whose floor is reached softly.
public func elu(_ x: Float, scale: Float) -> Float {
  x > 0 ? x : scale * (exp(x) - 1)
}
