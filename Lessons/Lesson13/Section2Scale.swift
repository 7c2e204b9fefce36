import Experiments
import LessonKit
import MiniTensor

extension Lesson13 {
  /// Why the scores are divided by sqrt(d).
  static func divideByTheRoot(_ board: Board) {
    board.section("Why divide by the square root")
    board.say(
      """
      Say the numbers in q and k are independent, with mean 0 and variance 1. Each product q_i k_i \
      then has mean 0 and variance 1 as well, and variances of independent numbers add up. So the \
      score of d of them has variance d: with 512 numbers, scores of plus or minus 23.
      """)
    board.formula("Var(q . k) = Var(q_1 k_1) + ... + Var(q_d k_d) = d")
    let count = board.isQuick ? 20_000 : 40_000
    let sizes = [4, 8, 16, 32, 64, 128, 256, 512]
    let variances = scoreVariances(sizes, pairs: count, seed: board.seed)
    let raw = sizes.map { choice(size: $0, isScaled: false, seed: board.seed) }
    let scaled = sizes.map { choice(size: $0, isScaled: true, seed: board.seed) }
    board.table(
      ["d", "Var(q . k)", "largest share", "passes back", "scaled: largest", "passes back"],
      sizes.indices.map { i in
        [
          "\(sizes[i])", "\(variances[i], decimals: 1)", "\(raw[i].largest, decimals: 2)",
          "\(raw[i].slope, decimals: 3)", "\(scaled[i].largest, decimals: 2)",
          "\(scaled[i].slope, decimals: 3)",
        ]
      })
    board.draw(
      Figure(
        "A softmax over 16 keys that nobody has trained",
        x: .logarithmic("d, numbers in a query"), y: .range(0...1, "largest share"), name: "scale"
      ) {
        Lines(x: sizes, y: raw.map(\.largest), name: "as they are")
        Lines(x: sizes, y: scaled.map(\.largest), name: "divided by sqrt(d)")
        Lines.horizontal(at: 1.0 / 16, name: "all alike")
      })
    board.say(
      """
      With such scores the softmax has made up its mind before it has learned anything. What it \
      passes back, w (1 - w) summed over the keys, fades: at d = 512 it is \
      \(raw[7].slope, decimals: 2) of a possible 0.94, divided by the root it stays at \
      \(scaled[7].slope, decimals: 2) whatever d is.
      """)
    let worst = zip(sizes, variances).map { abs($1 / Double($0) - 1) }.max()!
    board.claim(
      "variance", "the variance of q . k, d = 4 to 512",
      source: "Vaswani and others, NeurIPS 2017, footnote 4", published: "d",
      measured: "off by \(worst, percent: 1) at most, \(count, grouped: true) pairs",
      gate: "within 5 %", holds: worst <= 0.05)
  }

  /// The variance of the score for several sizes: one draw of long vectors, read to several depths.
  private static func scoreVariances(_ sizes: [Int], pairs: Int, seed: UInt64) -> [Double] {
    let part = 2_000
    let sums = concurrently(pairs / part, seed: seed) { _, generator, _ in
      let q = Tensor.normal([part, sizes.last!], using: &generator)
      let k = Tensor.normal([part, sizes.last!], using: &generator)
      let products = q * k
      return sizes.map { size in
        let scores = products.columns(0..<size).sum(axis: 1)
        return (sum: Double(scores.sum()), squares: Double(scores.squared().sum()))
      }
    }
    return sizes.indices.map { i in
      let mean = sums.reduce(0) { $0 + $1[i].sum } / Double(pairs)
      return sums.reduce(0) { $0 + $1[i].squares } / Double(pairs) - mean * mean
    }
  }

  /// The largest of 16 shares, and how much of a gradient the softmax lets through, as means.
  private static func choice(
    size: Int, isScaled: Bool, seed: UInt64
  ) -> (largest: Float, slope: Float) {
    var generator = RandomGenerator(seed: seed)
    let queries = Tensor.normal([500, size], using: &generator)
    let keys = Tensor.normal([16, size], using: &generator)
    let scale = isScaled ? 1 / Float(size).squareRoot() : 1
    let shares = (queries.matmul(keys, transposingOther: true) * scale).softmax()
    return (shares.max(axis: 1).mean(), (shares * (1 - shares)).sum(axis: 1).mean())
  }
}
