import ExerciseKit
import Foundation

/// Exercise 16.4 - One step back, first part.                         *** 40 minutes
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

/// Exercise 16.4 - One step back, second part.
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

/// Exercise 16.4 - One step back, third part.
///
/// The whole way of DDPM: begin with pure noise, and walk back to data. All chance is handed over,
/// so that the walk can be checked: one row for the beginning, and one for each step but the last,
/// in the order in which they are needed. How much of the data is left after each step follows from
/// the betas.
///
///     sampled(
///       noises: [[1], [2]], betas: [0.36, 0.4375], predictNoise: { x, t in x.map { $0 / 2 } })
///     // x_2 = 1, then x_1 = 0.9688 + 0.4961 * 2 = 1.9609, then [1.7158]
///
/// With the exact denoiser of two hills, 40 steps make 200 points out of 40 rows of normal noise.
/// The check compares them with the hills: W1, the distance of the lesson, has to be below 0.4.
///
/// - Parameters:
///   - noises: T rows, equally long. The first is x_T, the others are z of the steps after that.
///   - betas: beta_1 to beta_T, at least one.
///   - predictNoise: eps^ for x_t and the time t, from 1 to T.
/// - Returns: x_0.
public func sampled(
  noises: [[Float]], betas: [Float], predictNoise: (_ x: [Float], _ t: Int) -> [Float]
) -> [Float] {
  todo()
}
