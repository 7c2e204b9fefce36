import ExerciseKit
import Foundation

/// Exercise 14.5 - The KL term, first half.                            ** 20 minutes
///
/// How far a cloud N(mu, s^2) is from N(0, 1), summed over the numbers of the code. It is 0 for
/// mu = 0 and s = 1, and positive for all others.
///
///     KL = 1/2 sum of (mu^2 + s^2 - 1 - log s^2)
///
///     klTerm(mean: [1, 0], logVariance: [0, 0])    // 0.5
///
/// log s^2 may be as low as -120, where s^2 itself is 0 in a Float.
///
/// - Parameters:
///   - mean: mu.
///   - logVariance: log s^2, as the encoder says it.
/// - Returns: KL in nats; 0 for an empty code.
public func klTerm(mean: [Float], logVariance: [Float]) -> Float {
  todo()
}

/// Exercise 14.5 - The KL term, second half.
///
/// The slopes of the KL term with respect to what the encoder said. They pull every cloud towards
/// N(0, 1).
///
/// - Parameters:
///   - mean: mu.
///   - logVariance: log s^2.
/// - Returns: dKL/dmu and dKL/d(log s^2).
public func klGradient(
  mean: [Float], logVariance: [Float]
) -> (mean: [Float], logVariance: [Float]) {
  todo()
}
