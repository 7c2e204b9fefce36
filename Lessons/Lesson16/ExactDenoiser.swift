import MiniTensor

/// Tells the noise in a noisy number: a network that learned it, or a formula that knows it.
protocol Denoiser {
  /// **Shape** x [rows, values] -> the noise in it, eps^, the same.
  func noise(in x: Tensor, at step: Int) -> Tensor
}

/// The best denoiser there can be, for data from a mixture: E[eps given x_t], in closed form.
///
///     r_k       = how likely it is that hill k made x_t
///     E[eps]    = sum_k r_k sqrt(1 - alphaBar) (x_t - sqrt(alphaBar) m_k) / v_k
///     v_k       = alphaBar s_k^2 + 1 - alphaBar
///
/// Given the hill, x_0 and the noise are both normal, and x_t is their weighted sum: of the
/// distance to the hill's middle each explains its share of the variance v_k.
struct ExactDenoiser: Denoiser, Sendable {
  let data: GaussianMixture
  let schedule: NoiseSchedule

  func noise(in x: Double, at step: Int) -> Double { answers(at: step)(x) }

  func noise(in x: Tensor, at step: Int) -> Tensor {
    let answer = answers(at: step)
    return x.map { Float(answer(Double($0))) }
  }

  /// E[eps given x_t] for any x_t at one time.
  private func answers(at step: Int) -> (_ x: Double) -> Double {
    let alphaBar = schedule.alphaBars[step]
    let noised = data.noised(alphaBar)
    return { x in
      let shares = noised.responsibilities(x)
      var sum = 0.0
      for k in shares.indices {
        let variance = noised.deviations[k] * noised.deviations[k]
        sum += shares[k] * (x - noised.means[k]) / variance
      }
      return (1 - alphaBar).squareRoot() * sum
    }
  }
}
