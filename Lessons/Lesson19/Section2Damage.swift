import Experiments
import LessonKit
import MiniTensor

extension Lesson19 {
  /// What is left when hidden units fall silent.
  static func damage(_ reader: Reader, _ board: Board) {
    board.section("A network with holes")
    board.say(
      """
      Where in the network is the rule for "th"? Nowhere, and everywhere. Let hidden units fall silent, \
      chosen by chance, and see how much is forgotten. If each unit held a rule, each loss would cost a rule.
      """)
    var random = RandomGenerator(seed: board.seed(of: "damage"))
    let shares = stride(from: 0.0, through: 0.6, by: 0.1).map { $0 }
    let size = reader.network.hiddenSize
    let left = shares.map { share in
      (0..<5).map { _ in
        let silenced = Set(random.choice(Int((share * Double(size)).rounded()), from: size))
        return reader.network.accuracy(reader.known, silenced: silenced)
      }.mean
    }
    let alone = (0..<size).map { reader.network.accuracy(reader.known, silenced: [$0]) }
    let worst = left[0] - alone.min()!
    board.draw(
      Figure(
        "What damage leaves", caption: "Means of five draws; the words that were learned.",
        x: "share of hidden units silenced", y: Axis("sounds right", range: 0...1), name: "damage"
      ) { Lines(x: shares, y: left) })
    board.say(
      """
      A tenth of the units costs \((left[0] - left[1]) * 100, decimals: 1) points, and no single one of \
      all more than \(worst * 100, decimals: 1). What the network knows is spread over all of them: a \
      distributed code. It bends, it does not break.
      """)
    board.claim(
      "damage", "points lost with a tenth of the hidden units, and with any single one",
      source: "Sejnowski and Rosenberg, Complex Systems 1 (1987), 145-168",
      published: "degrades slowly, no unit is essential",
      measured: "\((left[0] - left[1]) * 100, decimals: 1) and \(worst * 100, decimals: 1)",
      gate: "at most 10 and at most 5", holds: left[0] - left[1] <= 0.1 && worst <= 0.05)
  }
}
