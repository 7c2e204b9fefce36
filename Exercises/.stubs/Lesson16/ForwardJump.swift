import ExerciseKit
import Foundation

/// Exercise 16.2 - From x_0 to x_t, first half.                        ** 20 minutes
///
/// All steps of noise at once: less of the data, more of the noise.
///
///     x_t = sqrt(alphaBar) x_0 + sqrt(1 - alphaBar) eps
///
///     noised([2, -1], alphaBar: 0.64, noise: [0.5, 1])    // [1.9, -0.2]
///
/// - Parameters:
///   - clean: x_0, any number of values.
///   - alphaBar: the share of the variance that is still data, from 0 to 1.
///   - noise: eps, as many numbers.
/// - Returns: x_t, as many.
public func noised(_ clean: [Float], alphaBar: Float, noise: [Float]) -> [Float] {
  todo()
}

/// Exercise 16.2 - From x_0 to x_t, second half.
///
/// Is the short cut right? Follow mean and variance through the single steps. A step multiplies x
/// by sqrt(1 - beta) and adds independent noise of variance beta. At the beginning x is exactly
/// `clean`.
///
///     distribution(of: 2, after: [0.5, 0.2])
///     // mean sqrt(0.5) sqrt(0.8) 2 = 1.2649, variance 0.6
///
/// With alphaBar = 0.5 * 0.8 = 0.4 the short cut says the same: sqrt(0.4) 2 and 1 - 0.4.
///
/// - Parameters:
///   - clean: x_0.
///   - betas: the noise of each step; there may be none.
/// - Returns: mean and variance of x after all steps.
public func distribution(of clean: Float, after betas: [Float]) -> (mean: Float, variance: Float) {
  todo()
}
