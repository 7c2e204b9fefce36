import Foundation

/// How much noise each step adds, and how much of the data is left after it.
///
///     beta_t       from 1e-4 to 0.02, in equal steps        t = 1 ... T
///     alpha_t      = 1 - beta_t
///     alphaBar_t   = alpha_1 alpha_2 ... alpha_t            alphaBar_0 = 1
///
/// Source: J. Ho, A. Jain, P. Abbeel, Denoising diffusion probabilistic models, NeurIPS 2020,
/// section 4.
struct NoiseSchedule: Sendable {
  /// beta_t, at index t; index 0 is unused and 0.
  let betas: [Double]
  /// alphaBar_t, at index t: the share of the variance that is still data.
  let alphaBars: [Double]

  /// T, the number of steps.
  var stepCount: Int { betas.count - 1 }

  /// Betas that grow evenly from `first` to `last`.
  init(stepCount: Int = 1000, from first: Double = 1e-4, to last: Double = 0.02) {
    let growing: [Double] = (0..<stepCount).map { step in
      first + (last - first) * Double(step) / Double(stepCount - 1)
    }
    betas = [0] + growing
    var alphaBars: [Double] = []
    for beta in betas { alphaBars.append((alphaBars.last ?? 1) * (1 - beta)) }
    self.alphaBars = alphaBars
  }

  /// How much x_T still tells about x_0, in bits: KL(q(x_T given x_0) | N(0, 1)) / log 2.
  ///
  ///     (alphaBar x_0^2 - alphaBar - log(1 - alphaBar)) / (2 log 2)
  func remainingBits(squaredValue: Double) -> Double {
    let left = alphaBars[stepCount]
    return (left * squaredValue - left - log1p(-left)) / (2 * log(2))
  }
}
