import Foundation
import MiniTensor

/// Data whose distribution is known exactly: a few bell curves, added up.
///
///     q(x_0) = sum_k w_k N(m_k, s_k^2)
///
/// After t steps of noise it is a mixture again:
///
///     q(x_t) = sum_k w_k N(sqrt(alphaBar) m_k, alphaBar s_k^2 + 1 - alphaBar)
struct GaussianMixture: Sendable {
  var weights: [Double]
  var means: [Double]
  var deviations: [Double]

  /// The mixture of this lesson: three hills of unequal height and width, about 1 wide in all.
  static let threeHills = GaussianMixture(
    weights: [0.25, 0.45, 0.3], means: [-1.4, 0.1, 1.15], deviations: [0.08, 0.14, 0.1])

  var mean: Double { zip(weights, means).map { $0 * $1 }.reduce(0, +) }

  var standardDeviation: Double {
    let squares = weights.indices.map {
      weights[$0] * (means[$0] * means[$0] + deviations[$0] * deviations[$0])
    }
    return (squares.reduce(0, +) - mean * mean).squareRoot()
  }

  func sample(using generator: inout RandomGenerator) -> Float {
    let hill = generator.choice(weights: weights.map(Float.init))
    return generator.normal(
      mean: Float(means[hill]), standardDeviation: Float(deviations[hill]))
  }

  /// The mixture after noise: what is left of the data, and N(0, 1 - alphaBar) added to it.
  func noised(_ alphaBar: Double) -> GaussianMixture {
    GaussianMixture(
      weights: weights, means: means.map { alphaBar.squareRoot() * $0 },
      deviations: deviations.map { (alphaBar * $0 * $0 + 1 - alphaBar).squareRoot() })
  }

  func density(_ x: Double) -> Double {
    weights.indices.map { weights[$0] * bell(x, $0) }.reduce(0, +)
  }

  /// The share of the data below x.
  func share(below x: Double) -> Double {
    weights.indices.map { weights[$0] * normalShare(below: (x - means[$0]) / deviations[$0]) }
      .reduce(0, +)
  }

  /// The x below which a share of the data lies, by halving an interval.
  func quantile(_ share: Double) -> Double {
    var (low, high) = (means.min()! - 8, means.max()! + 8)
    for _ in 0..<50 {
      let middle = (low + high) / 2
      if self.share(below: middle) < share { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }

  /// How likely it is, seeing x, that hill k made it.
  func responsibilities(_ x: Double) -> [Double] {
    let scores = weights.indices.map { k in
      let z = (x - means[k]) / deviations[k]
      return log(weights[k] / deviations[k]) - z * z / 2
    }
    let best = scores.max()!
    let shares = scores.map { exp($0 - best) }
    let total = shares.reduce(0, +)
    return shares.map { $0 / total }
  }

  private func bell(_ x: Double, _ k: Int) -> Double {
    let z = (x - means[k]) / deviations[k]
    return exp(-z * z / 2) / (deviations[k] * (2 * Double.pi).squareRoot())
  }
}

/// The share of a standard normal distribution below z.
func normalShare(below z: Double) -> Double { erfc(-z / 2.0.squareRoot()) / 2 }
