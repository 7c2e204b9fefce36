import ExerciseKit
import Foundation

/// Exercise 16.1 - The noise schedule, first part.                    ** 30 minutes
///
/// How much noise each of the steps adds: from `first` to `last`, in equal steps.
///
///     noiseRates(stepCount: 5, first: 0.1, last: 0.3)    // [0.1, 0.15, 0.2, 0.25, 0.3]
///
/// - Parameters:
///   - stepCount: T, at least 1. With one step only, the answer is `[first]`.
///   - first: beta_1.
///   - last: beta_T; it may lie below beta_1, and then the noise falls.
/// - Returns: beta_1 to beta_T; beta_t stands at index t - 1.
public func noiseRates(stepCount: Int, first: Float, last: Float) -> [Float] {
  todo()
}

/// Exercise 16.1 - The noise schedule, second part.
///
/// What share of the variance is still data after each step. Every step keeps the share 1 - beta of
/// what was there.
///
///     alphaBar_t = (1 - beta_1) (1 - beta_2) ... (1 - beta_t)
///
///     remainingSignal(betas: [0.5, 0.2, 0.1])    // [0.5, 0.4, 0.36]
///
/// - Parameter betas: beta_1 to beta_T; there may be none.
/// - Returns: alphaBar_1 to alphaBar_T, as many.
public func remainingSignal(betas: [Float]) -> [Float] {
  todo()
}

/// Exercise 16.1 - The noise schedule, third part.
///
/// The way back: somebody says what share shall be left after each step. Which betas do that?
///
///     betas(forSurvival: [0.5, 0.4, 0.36])    // [0.5, 0.2, 0.1]
///     betas(forSurvival: [0.8, 0])            // [0.2, 0.999]
///
/// A step that keeps nothing could not be undone. So no beta is larger than 0.999, and that is also
/// the answer for a step before which nothing was left any more.
///
/// - Parameter alphaBars: alphaBar_1 to alphaBar_T, from 1 down to 0, none larger than the one
///   before; there may be none.
/// - Returns: beta_1 to beta_T, as many.
public func betas(forSurvival alphaBars: [Float]) -> [Float] {
  todo()
}

/// Exercise 16.1 - The noise schedule, fourth part.
///
/// What Alexander Nichol and Prafulla Dhariwal want to be left: their alphaBar falls like the
/// square of a cosine. Its angle grows in equal steps and is a right angle at t = T, where nothing
/// is left. At t = 0 it is not 0, for then the first betas would be too small to be of use, but
/// 0.008 / 1.008 of a right angle. And all is divided by the square at t = 0, so that alphaBar_0 is
/// 1.
///
///     cosineSignal(stepCount: 2)    // [0.4938, 0]
///
/// - Parameter stepCount: T, at least 1.
/// - Returns: alphaBar_1 to alphaBar_T.
public func cosineSignal(stepCount: Int) -> [Float] {
  todo()
}
