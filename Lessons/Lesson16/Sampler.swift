import Foundation
import MiniTensor

/// From noise back to data, step by step.
enum Sampler: Sendable {
  /// Ho, Jain and Abbeel (2020), algorithm 2: step back a little, and add a little fresh noise.
  ///
  ///     x_s = (x_t - beta / sqrt(1 - alphaBar_t) eps^) / sqrt(alpha) + sigma z        z ~ N(0, 1)
  ///     alpha = alphaBar_t / alphaBar_s,  beta = 1 - alpha
  ///     sigma^2 = beta (1 - alphaBar_s) / (1 - alphaBar_t)
  case ddpm
  /// Song, Meng and Ermon (2021), equation 12 with eta = 0: guess the data, and add the *same*
  /// noise again, less of it.
  ///
  ///     x0^ = (x_t - sqrt(1 - alphaBar_t) eps^) / sqrt(alphaBar_t)
  ///     x_s = sqrt(alphaBar_s) x0^ + sqrt(1 - alphaBar_s) eps^
  case ddim

  /// From x_t to x_s, s < t; with s = t - 1 it is one step.
  func jump(
    _ x: Tensor, noise: Tensor, from t: Int, to s: Int, schedule: NoiseSchedule,
    using generator: inout RandomGenerator
  ) -> Tensor {
    let (now, then) = (schedule.alphaBars[t], schedule.alphaBars[s])
    switch self {
    case .ddpm:
      let alpha = now / then
      let beta = 1 - alpha
      var next = (x - noise * Float(beta / (1 - now).squareRoot())) * Float(1 / alpha.squareRoot())
      let sigma = (beta * (1 - then) / (1 - now)).squareRoot()
      if s > 0 {  // the last step adds nothing: sigma is 0
        next += Tensor.normal(x.shape, standardDeviation: Float(sigma), using: &generator)
      }
      return next
    case .ddim:
      let clean = (x - noise * Float((1 - now).squareRoot())) * Float(1 / now.squareRoot())
      return clean * Float(then.squareRoot()) + noise * Float((1 - then).squareRoot())
    }
  }

  /// The whole way, over `jumps` evenly spaced times: 1000 of them visit every step.
  ///
  /// - `x`: pure noise, [rows, values].
  /// - `visit`: sees x at every time on the way, T and 0 included.
  func walk(
    from x: Tensor, jumps: Int, _ denoiser: any Denoiser, schedule: NoiseSchedule,
    using generator: inout RandomGenerator, visit: (_ step: Int, Tensor) -> Void = { _, _ in }
  ) -> Tensor {
    let times = (0...jumps).map { schedule.stepCount * (jumps - $0) / jumps }
    var x = x
    visit(times[0], x)
    for (t, s) in zip(times, times.dropFirst()) {
      x = jump(
        x, noise: denoiser.noise(in: x, at: t), from: t, to: s, schedule: schedule,
        using: &generator)
      visit(s, x)
    }
    return x
  }
}
