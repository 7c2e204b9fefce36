import ExerciseKit
import Foundation

/// Exercise 16.4 - One step back, first half.                          *** 30 minutes
///
/// From x_t to x_{t-1}, as DDPM does it: take away a little of the noise that the network hears,
/// undo the shrinking, and add a little fresh noise.
///
///     mean    = (x_t - beta_t / sqrt(1 - alphaBar_t) eps^) / sqrt(1 - beta_t)
///     sigma^2 = beta_t (1 - alphaBar_{t-1}) / (1 - alphaBar_t)            alphaBar_0 = 1
///     x_{t-1} = mean + sigma z
///
/// The last step, t = 1, adds no noise: there sigma is 0.
///
///     let betas: [Float] = [0.36, 0.4375], alphaBars: [Float] = [0.64, 0.36]
///     reverseStep(
///       [1], t: 1, predictedNoise: [0.5], betas: betas, alphaBars: alphaBars, noise: [7])
///     // (1 - 0.36 / 0.6 * 0.5) / 0.8 = [0.875]
///
/// - Parameters:
///   - x: x_t, any number of values.
///   - t: the time, from 1 to T.
///   - predictedNoise: eps^, as many.
///   - betas: beta_1 to beta_T; beta_t stands at index t - 1.
///   - alphaBars: alphaBar_1 to alphaBar_T, likewise.
///   - noise: z, as many numbers as x.
/// - Returns: x_{t-1}.
public func reverseStep(
  _ x: [Float], t: Int, predictedNoise: [Float], betas: [Float], alphaBars: [Float], noise: [Float]
) -> [Float] {
  todo()
}

/// Exercise 16.4 - One step back, second half.
///
/// From x_t to x_s for any earlier time s, as DDIM does it: guess the data, then put the same noise
/// back, only less of it.
///
///     x0^ = (x_t - sqrt(1 - alphaBar_t) eps^) / sqrt(alphaBar_t)
///     x_s = sqrt(alphaBar_s) x0^ + sqrt(1 - alphaBar_s) eps^
///
///     ddimStep([1], predictedNoise: [0.5], alphaBar: 0.36, earlierAlphaBar: 0.64)
///     // x0^ = (1 - 0.8 * 0.5) / 0.6 = 1, so [0.8 * 1 + 0.6 * 0.5] = [1.1]
///
/// - Parameters:
///   - x: x_t, any number of values.
///   - predictedNoise: eps^, as many.
///   - alphaBar: alphaBar_t, above 0.
///   - earlierAlphaBar: alphaBar_s, larger; 1 when s is 0.
/// - Returns: x_s.
public func ddimStep(
  _ x: [Float], predictedNoise: [Float], alphaBar: Float, earlierAlphaBar: Float
) -> [Float] {
  todo()
}
