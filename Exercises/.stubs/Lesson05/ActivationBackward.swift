import ExerciseKit
import Foundation

// Exercise 5.2 - Back through an activation.                                  ** 20 minutes
//
// A unit computed a = f(z). Given for each unit `slope`, the derivative of the loss with respect to
// its answer a, return the derivative with respect to its sum z: the chain rule says slope times
// f'(z). The three are marked one by one. All arrays have the same length, which may be 0.
//
// Write it yourself: the library's `Variable` and `backward` earn nothing here.

/// Back through the sigmoid, whose derivative needs only its own answer: f'(z) = a (1 - a).
///
///     sigmoidBackward(answers: [0.5], slopes: [8])     // [2]
///
/// - Parameters:
///   - answers: a, what the units answered.
///   - slopes: dL/da.
/// - Returns: dL/dz.
public func sigmoidBackward(answers: [Float], slopes: [Float]) -> [Float] {
  todo()
}

/// Back through tanh, whose derivative needs only its own answer: f'(z) = 1 - a^2.
///
/// - Parameters:
///   - answers: a, what the units answered.
///   - slopes: dL/da.
/// - Returns: dL/dz.
public func tanhBackward(answers: [Float], slopes: [Float]) -> [Float] {
  todo()
}

/// Back through the ReLU: f'(z) = 1 where z > 0, else 0.
///
/// At z = 0 there is a corner and no derivative; take 0 there, as everybody does.
///
/// - Parameters:
///   - sums: z, what went into the ReLU.
///   - slopes: dL/da.
/// - Returns: dL/dz.
public func reluBackward(sums: [Float], slopes: [Float]) -> [Float] {
  todo()
}
