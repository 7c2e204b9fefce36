import Experiments
import LessonKit
import MiniTensor

extension Lesson18 {
  /// The modern Hopfield net: one step of it is what lesson 13 called attention.
  static func attend(_ board: Board) {
    board.section("An old memory, a new name")
    let (units, flips, many) = (64, 14, 1000)
    board.say(
      """
      Hebb's energy grows with the square of an overlap, so many small overlaps drown a large one. Let \
      it grow faster: with an exponential, the largest overlap wins alone. The rule that goes downhill \
      on that energy, found in 2020, was known under another name.
      """)
    board.formula(
      """
      E(q) = -(1/beta) log(sum_k e^(beta x_k . q)) + q . q / 2
      q <- softmax(beta X q) X              one row x_k of X a pattern
      """)
    var random = RandomGenerator(seed: board.seed(of: "attention"))
    let patterns = Tensor.patterns(many, units: units, using: &random)
    let queries = Tensor(
      patterns.scalarRows.map { spoilt($0, flips: flips, using: &random) })  // [1000, 64]
    let beta: Float = 1
    let step = modernStep(queries, patterns, beta: beta)
    // Attention divides by sqrt(d); the queries are stretched so that beta is left.
    let stretch = beta * Float(units).squareRoot()
    let attention = withoutGradients {
      scaledDotProductAttention(
        queries: Variable(constant: queries * stretch), keys: Variable(constant: patterns),
        values: Variable(constant: patterns)
      ).value
    }
    let difference = (step - attention).abs().max()
    let modern = recalled(step.sign(), patterns)

    let counts = [2, 4, 6, 8, 10, 15, 20]
    let nets = board.isQuick ? 20 : 60
    let classical = counts.map { count in
      concurrently(nets, seed: board.seed(of: "classical", run: count)) { _, random, _ in
        let patterns = Tensor.patterns(count, units: units, using: &random)
        let network = HopfieldNetwork(storing: patterns)
        let right = patterns.scalarRows.count { row in
          let start = spoilt(row, flips: flips, using: &random)
          return network.settled(from: start, using: &random) == row
        }
        return Double(right) / Double(count)
      }.mean
    }
    board.table(
      ["patterns in 64 units"] + counts.map { "\($0)" as Text } + ["1,000"],
      [
        ["classical, until at rest"] + classical.map { "\($0, percent: 0)" as Text } + ["-"],
        ["modern, one step"] + counts.map { _ in "-" as Text } + ["\(modern, percent: 1)"],
      ], title: "recalled without an error, after \(flips) of 64 bits were turned over")
    board.say(
      """
      The queries are what one sees, the patterns are both keys and values, and one step of memory is \
      one head of attention. The other way round: a head of a transformer is a look into a memory \
      whose contents are the other words.
      """)
    let source: Text = "Ramsauer et al., Hopfield networks is all you need, ICLR 2021"
    board.claim(
      "is-attention", "one step of the modern net against the library's attention", source: source,
      published: "the same: a theorem",
      measured: "largest difference \(difference, significant: 1)",
      gate: "at most 1e-5", holds: difference <= 1e-5)
    let twenty = classical[counts.firstIndex(of: 20)!]
    board.claim(
      "modern-recall", "64 units, 14 bits turned over: 1,000 patterns in one step",
      source: source, published: "exponentially many patterns",
      measured: "\(modern, percent: 1); classical with 20 patterns \(twenty, percent: 0)",
      gate: "at least 95 %, classical at most 20 %", holds: modern >= 0.95 && twenty <= 0.2)
  }

  /// softmax(beta q X') X, a row a query.
  private static func modernStep(_ queries: Tensor, _ patterns: Tensor, beta: Float) -> Tensor {
    let overlaps = queries.matmul(patterns, transposingOther: true)  // [queries, patterns]
    return (overlaps * beta).softmax().matmul(patterns)
  }

  /// The share of rows that are just alike.
  private static func recalled(_ ends: Tensor, _ patterns: Tensor) -> Double {
    let alike = zip(ends.scalarRows, patterns.scalarRows).count { $0 == $1 }
    return Double(alike) / Double(patterns.shape[0])
  }
}
