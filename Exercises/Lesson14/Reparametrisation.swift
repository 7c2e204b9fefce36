import ExerciseKit
import Foundation

/// Exercise 14.4 - Reparametrisation, first half.                      ** 20 minutes
///
/// Draw a code from the cloud that the encoder describes. It says a centre mu and log s^2 for each
/// number (a logarithm may be negative, a width may not). The chance e ~ N(0, 1) comes from
/// outside:
///
///     s = e^(log s^2 / 2)        z = mu + s e
///
///     drawnCode(mean: [1], logVariance: [0], noise: [-0.5])    // [0.5]
///
/// - Parameters:
///   - mean: mu.
///   - logVariance: log s^2.
///   - noise: e.
/// - Returns: the code z.
public func drawnCode(mean: [Float], logVariance: [Float], noise: [Float]) -> [Float] {
  todo()
}

/// Exercise 14.4 - Reparametrisation, second half.
///
/// The way back: from dL/dz, which the decoder hands down, to the slopes of what the encoder said.
/// The chance e stays as it was drawn. How much does z move when mu moves? When log s^2 does?
///
/// - Parameters:
///   - gradient: dL/dz, one number for each of the code.
///   - logVariance: log s^2.
///   - noise: e, the same as on the way there.
/// - Returns: dL/dmu and dL/d(log s^2).
public func drawnCodeGradient(
  _ gradient: [Float], logVariance: [Float], noise: [Float]
) -> (mean: [Float], logVariance: [Float]) {
  todo()
}
