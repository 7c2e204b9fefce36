import Foundation
import MiniTensor

/// Points on a rolled-up strip, a little noisy: the first picture of the paper of 2015.
enum SwissRoll {
  /// **Shape** -> [rows, 2], each coordinate about 1 wide.
  static func points(_ rows: Int, using generator: inout RandomGenerator) -> Tensor {
    let list = (0..<rows).map { _ -> [Float] in
      // The square root spreads the points evenly along the strip, which is longer further out.
      let angle = Float.pi * (2.25 + 18 * generator.uniform()).squareRoot()
      let noise = (generator.normal(), generator.normal())
      return [
        0.14 * angle * cos(angle) + 0.04 * noise.0, 0.14 * angle * sin(angle) + 0.04 * noise.1,
      ]
    }
    return Tensor(list)
  }
}

/// The best denoiser for a *finite* training set, and what is wrong with it: it knows nothing else.
///
///     r_i = softmax_i(-|x_t - sqrt(alphaBar) p_i|^2 / (2 (1 - alphaBar)))
///         one a training point
///     x0^ = sum_i r_i p_i        eps^ = (x_t - sqrt(alphaBar) x0^) / sqrt(1 - alphaBar)
struct Copyist: Denoiser, Sendable {
  let points: Tensor  // [count, 2]
  let schedule: NoiseSchedule

  func noise(in x: Tensor, at step: Int) -> Tensor {
    let alphaBar = Float(schedule.alphaBars[step])
    let scale = alphaBar.squareRoot()
    let closeness =
      x.matmul(points, transposingOther: true) * scale - points.squared().sum(axis: 1)
      * (alphaBar / 2)
    let shares = (closeness * (1 / (1 - alphaBar))).softmax()  // [rows, count]
    return (x - matmul(shares, points) * scale) * (1 / (1 - alphaBar).squareRoot())
  }
}

/// The distance of each row from its nearest neighbour in a set.
///
/// **Shape** rows [n, d], set [m, d] -> n distances.
func nearestDistances(from rows: Tensor, to set: Tensor) -> [Double] {
  (0..<rows.shape[0]).map { index in
    Double((set - rows.row(index)).squared().sum(axis: 1).min()).squareRoot()
  }
}
