import Datasets
import Foundation
import MiniTensor

/// A network of one hidden layer of which only the output learns: random features.
///
///     a_j = cos(x . w_j + b_j)        w_j ~ N(0, 0.5^2) each, b_j even in 0...2 pi
///     y^  = a V                       V by least squares; of many that fit, the shortest
///
/// The hidden units are drawn once and never moved. So the output layer is a linear regression with
/// as many unknowns as there are units, on digits instead of a formula.
///
/// Source: A. Rahimi, B. Recht, Random features for large-scale kernel machines, NIPS 20 (2007); as
/// in M. Belkin, D. Hsu, S. Ma, S. Mandal, PNAS 116 (2019), figure 2.
struct RandomWaves {
  private let weights: Tensor  // [64, units]
  private let phases: Tensor  // [units]

  init(units: Int, using generator: inout RandomGenerator) {
    weights = .normal([64, units], standardDeviation: 0.5, using: &generator)
    phases = .uniform([units], in: 0...2 * .pi, using: &generator)
  }

  /// What all hidden units answer.
  ///
  /// **Shape** images [batch, 64] -> [batch][units].
  func answers(to images: Tensor) -> [[Double]] {
    let waves = (images.matmul(weights) + phases).map { Foundation.cos($0) }
    let units = weights.shape[1]
    let flat = waves.scalars.map(Double.init)
    return (0..<images.shape[0]).map { Array(flat[$0 * units..<($0 + 1) * units]) }
  }
}

extension RandomWaves {
  /// How many digits it learns from: n.
  static let examples = 200

  /// What a fit with so many units is worth on the test digits.
  struct Result: Sendable {
    /// The mean of |y^ - truth|^2, where truth is 1 for the right digit and 0 for the nine others.
    var error: Double
    /// The share of digits whose highest output is another one's.
    var misread: Double
  }

  /// 200 digits by chance, one list of units; then the first p of them, for each p in `sizes`.
  static func trial(
    sizes: [Int], on digits: TrainTest<ImageSet>, using generator: inout RandomGenerator
  ) -> [Result] {
    var order = Array(digits.train.labels.indices)
    order.shuffle(using: &generator)
    let chosen = Array(order.prefix(examples))
    let waves = RandomWaves(units: sizes.max() ?? 0, using: &generator)
    let seen = waves.answers(to: digits.train.images.rows(chosen))  // [200][units]
    let fresh = waves.answers(to: digits.test.images)
    let truths = (0..<10).map { digit in
      chosen.map { digits.train.labels[$0] == digit ? 1.0 : 0 }
    }
    return sizes.map { p in
      let outputs = LeastSquares.fit(seen.map { Array($0.prefix(p)) }, targets: truths)  // [10][p]
      var (error, misread) = (0.0, 0)
      for (answers, label) in zip(fresh, digits.test.labels) {
        let scores = outputs.map { LeastSquares.dot($0, answers) }
        for (digit, score) in scores.enumerated() {
          let miss = score - (digit == label ? 1 : 0)
          error += miss * miss
        }
        if scores.firstIndex(of: scores.max()!) != label { misread += 1 }
      }
      let count = Double(fresh.count)
      return Result(error: error / count, misread: Double(misread) / count)
    }
  }
}
