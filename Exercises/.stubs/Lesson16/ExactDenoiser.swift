import ExerciseKit
import Foundation

/// Exercise 16.5 - The exact denoiser of a mixture, first half.        *** 40 minutes
///
/// The data come from a few hills: hill k with chance w_k, then from N(m_k, s_k^2). Under noise
/// each hill stays a hill:
///
///     m = sqrt(alphaBar) m_k        v = alphaBar s_k^2 + 1 - alphaBar
///
/// How likely is it, seeing x_t, that hill k made it?
///
///     r_k = w_k / sqrt(v) * exp(-(x_t - m)^2 / (2 v)), divided by the sum of these over all hills
///
/// Far from all hills every exp becomes 0 in a Float, and 0 / 0 is no answer. So take logarithms,
/// and subtract the largest from all of them before you take exp (lesson 04, softmax).
///
/// - Parameters:
///   - x: x_t, what is seen.
///   - alphaBar: the share of the variance that is still data, from 0 to 1.
///   - weights: w_k, at least one, all above 0, adding up to 1.
///   - means: m_k, as many.
///   - deviations: s_k, as many, all above 0.
/// - Returns: r_k, as many, adding up to 1.
public func responsibilities(
  _ x: Float, alphaBar: Float, weights: [Float], means: [Float], deviations: [Float]
) -> [Float] {
  todo()
}

/// Exercise 16.5 - The exact denoiser of a mixture, second half.
///
/// The mean of the noise, given what is seen: the best answer in squared error that anybody can
/// give.
///
///     E[eps given x_t] = sqrt(1 - alphaBar) (sum over k of r_k (x_t - m) / v)
///
///     exactNoise(1, alphaBar: 0.64, responsibilities: [1], means: [0.5], deviations: [2])
///     // m = 0.4, v = 0.64 * 4 + 0.36 = 2.92, so 0.6 * 0.6 / 2.92 = 0.1233
///
/// - Parameters:
///   - x: x_t, what is seen.
///   - alphaBar: the share of the variance that is still data, from 0 to 1.
///   - responsibilities: r_k, already computed.
///   - means: m_k, of the clean data, as many.
///   - deviations: s_k, of the clean data, as many.
public func exactNoise(
  _ x: Float, alphaBar: Float, responsibilities: [Float], means: [Float], deviations: [Float]
) -> Float {
  todo()
}
