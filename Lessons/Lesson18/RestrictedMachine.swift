import Foundation
import MiniTensor

/// A Boltzmann machine in which only visible and hidden units are joined.
///
/// Given one side, all units of the other are independent: a whole side is drawn at once.
///
///     E(v, h) = -v W h - a . v - b . h          p(h_j = 1 given v) = sigmoid(b_j + (v W)_j)
///
/// Sources: P. Smolensky, chapter 6 of Parallel Distributed Processing (1986), where it is called
/// harmonium; G. E. Hinton, Training products of experts by minimizing contrastive divergence,
/// Neural Computation 14 (2002), 1771-1800.
struct RestrictedMachine: Sendable {
  private(set) var weights: Tensor  // [visible, hidden]
  private(set) var visibleBias: Tensor  // [visible]
  private(set) var hiddenBias: Tensor  // [hidden]

  init(
    visible: Int, hidden: Int, spread: Float = 0.1, using random: inout RandomGenerator
  ) {
    weights = .normal([visible, hidden], standardDeviation: spread, using: &random)
    visibleBias = .zeros(visible)
    hiddenBias = .zeros(hidden)
  }

  /// The chances of the hidden units. `[rows, visible]` -> `[rows, hidden]`
  func hidden(_ v: Tensor) -> Tensor { (v.matmul(weights) + hiddenBias).sigmoid() }

  /// The chances of the visible units. `[rows, hidden]` -> `[rows, visible]`
  func visible(_ h: Tensor) -> Tensor {
    (h.matmul(weights, transposingOther: true) + visibleBias).sigmoid()
  }

  /// Hidden from visible and visible from hidden, `count` times.
  func sampled(_ v: Tensor, steps count: Int, using random: inout RandomGenerator) -> Tensor {
    var v = v
    for _ in 0..<count { v = drawn(visible(drawn(hidden(v), &random)), &random) }
    return v
  }

  /// Contrastive divergence: what the data make likely less what `steps` steps of dreaming do.
  mutating func learn(
    _ data: Tensor, steps: Int, learningRate: Float, using random: inout RandomGenerator
  ) {
    let dream = sampled(data, steps: steps, using: &random)
    move(data, hidden(data), dream, hidden(dream), learningRate / Float(data.shape[0]))
  }

  /// Sets the biases of the visible units to what independent pixels would need.
  mutating func begin(withMeansOf data: Tensor) {
    visibleBias = data.mean(axis: 0).map { p in
      let q = min(max(p, 0.02), 0.98)
      return log(q / (1 - q))
    }
  }

  private mutating func move(
    _ v: Tensor, _ h: Tensor, _ dreamV: Tensor, _ dreamH: Tensor, _ rate: Float
  ) {
    weights +=
      (v.matmul(h, transposingSelf: true) - dreamV.matmul(dreamH, transposingSelf: true)) * rate
    visibleBias += (v.sum(axis: 0) - dreamV.sum(axis: 0)) * rate
    hiddenBias += (h.sum(axis: 0) - dreamH.sum(axis: 0)) * rate
  }

  /// The free energy: e^-F adds up e^-E over all hidden states. `[rows]`
  ///
  ///     F(v) = -a . v - sum_j softplus(b_j + (v W)_j)
  func freeEnergy(_ v: Tensor) -> Tensor {
    ((v * visibleBias).sum(axis: 1) + (v.matmul(weights) + hiddenBias).softplus().sum(axis: 1)) * -1
  }

  /// The logarithm of Z, exactly, for small machines.
  ///
  /// All hidden states are added up; the visible ones drop out.
  func logPartition() -> Double {
    let count = hiddenBias.count
    let h = Tensor(
      (0..<1 << count).map { state in (0..<count).map { Float(state >> $0 & 1) } })
    let logs =
      (h * hiddenBias).sum(axis: 1)
      + (h.matmul(weights, transposingOther: true) + visibleBias).softplus().sum(axis: 1)
    let largest = Double(logs.max())
    return largest + log(logs.scalars.reduce(0.0) { $0 + exp(Double($1) - largest) })
  }

  /// The mean of log p(v), exactly, in nats.
  func logLikelihood(_ data: Tensor) -> Double {
    -freeEnergy(data).scalars.reduce(0.0) { $0 + Double($1) } / Double(data.shape[0])
      - logPartition()
  }
}

/// 1 with these chances, else 0.
func drawn(_ chances: Tensor, _ random: inout RandomGenerator) -> Tensor {
  Tensor.uniform(chances.shape, using: &random).less(than: chances)
}

/// Bars and stripes: squares whose rows are all full or empty, or whose columns are.
enum BarsAndStripes {
  /// Every such picture once; 30 of 4 x 4. `[count, size * size]`
  static func all(size: Int) -> Tensor {
    var seen: Set<[Float]> = []
    var rows: [[Float]] = []
    for number in 0..<1 << size {
      let bits = (0..<size).map { Float(number >> $0 & 1) }
      let bars = bits.flatMap { Array(repeating: $0, count: size) }
      let stripes = (0..<size).flatMap { _ in bits }
      for picture in [bars, stripes] where seen.insert(picture).inserted {
        rows.append(picture)
      }
    }
    return Tensor(rows)
  }
}
