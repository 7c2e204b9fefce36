import ExerciseKit
import Foundation

// Exercise 4.2 - Five activations.                                           ** 20 minutes
//
// Each function takes a neuron's weighted sum and returns what the neuron passes on. The five are
// marked one by one. All must answer with a number for every x, also for x = 100 and x = -1000:
// `exp` of a large number is infinite in Float, and infinity / infinity is not a number.
//
// Write it yourself: Foundation's `tanh` earns nothing here.

/// The sigmoid: a soft step from 0 to 1, with 1/2 in the middle.
///
///     sigmoid(x) = 1 / (1 + e^-x)
///
/// - Returns: a number from 0 to 1.
public func sigmoid(_ x: Float) -> Float {
  todo()
}

/// The hyperbolic tangent: a soft step from -1 to 1, with 0 in the middle.
///
///     tanh(x) = (e^x - e^-x) / (e^x + e^-x) = 2 sigmoid(2x) - 1
///
/// Write it with `exp`; Foundation's `tanh` is what you replace.
/// - Returns: a number from -1 to 1.
public func hyperbolicTangent(_ x: Float) -> Float {
  todo()
}

/// The rectified linear unit: nothing below zero, everything above.
///
///     relu(x) = x if x > 0, else 0
public func relu(_ x: Float) -> Float {
  todo()
}

/// The leaky ReLU: below zero a little comes through.
///
///     leakyReLU(x) = x if x > 0, else slope x
///
/// - Parameters:
///   - x: the weighted sum.
///   - slope: how much comes through below zero, such as 0.01.
public func leakyReLU(_ x: Float, slope: Float) -> Float {
  todo()
}

/// The exponential linear unit: a ReLU whose floor is reached softly.
///
///     elu(x) = x if x > 0, else scale (e^x - 1)
///
/// - Parameters:
///   - x: the weighted sum.
///   - scale: how deep the floor lies: far below zero the answer is -scale.
public func elu(_ x: Float, scale: Float) -> Float {
  todo()
}
