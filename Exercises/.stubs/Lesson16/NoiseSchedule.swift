import ExerciseKit

/// Exercise 16.1 - The noise schedule, first half.                     * 15 minutes
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

/// Exercise 16.1 - The noise schedule, second half.
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
