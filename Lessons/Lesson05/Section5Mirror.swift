import Experiments
import LessonKit
import MiniTensor

extension Lesson05 {
  /// Six bits, and the question whether they read the same from both ends.
  static func findTheMirror(_ board: Board) {
    board.section("Six bits and a mirror")
    board.say(
      """
      The paper that made backpropagation famous is a letter to Nature of 9 October 1986. Its first \
      example: six bits go in, and the network says whether they are symmetric about the \
      middle. No bit says anything about that alone, nor do two that are not partners. Two \
      hidden units are enough. All 64 patterns make one sweep.
      """)

    let runs = 20
    let isQuick = board.isQuick
    let (atZero, drawn) = board.progress(
      "looking for the mirror", total: (isQuick ? 1 : 2) * runs, unit: "runs"
    ) {
      tick in
      let perform = { (hasBiases: Bool) in
        concurrently(runs, seed: board.seed, tick: { tick() }) { _, generator, tick in
          defer { tick() }
          return MirrorRun(
            drawsBiases: hasBiases, settles: !hasBiases && !isQuick, using: &generator)
        }
      }
      return (perform(false), isQuick ? [] : perform(true))
    }
    let solved = atZero.filter { $0.sweeps != nil }
    let sweeps = solved.map { Double($0.sweeps!) }.median
    let mirrorError = solved.map(\.mirrorError).max() ?? .infinity
    let ratios = (0..<3).map { k in solved.flatMap { $0.ratios.map { $0[k] } }.median }

    board.draw(
      Figure(
        "When the mirror is found",
        caption: """
          The error over the 64 patterns in each of the \(runs) runs; 4 is the price of "no" as answer to everything.
          """,
        x: "sweeps", y: Axis("error E", range: 0...6), name: "mirror-learning"
      ) {
        for run in atZero { Lines(x: run.history.map(\.0), y: run.history.map(\.1), style: .faint) }
      })
    if let shown = solved.first(where: \.isOneTwoFour) ?? solved.first {
      board.draw(
        Figure(
          "The weights of the two hidden units",
          caption: """
            One run, each unit divided by its smallest weight: partners have opposite signs.
            """,
          x: "input bit", name: "mirror-weights"
        ) {
          HeatMap(
            shown.normalisedWeights, rows: ["unit 1", "unit 2"],
            columns: (1...6).map { "\($0)" }, decimals: 1, showsValues: true)
        })
    }
    board.say(
      """
      Read the weights. Partners at equal distance from the middle have the same weight with \
      opposite signs: a symmetric pattern adds up to nothing, and with a negative bias both hidden \
      units stay off. The sizes 1 : 2 : 4 give each of the eight left halves a sum of its own, so \
      no other right half can cancel it. The two units have their signs turned around: what \
      escapes one switches on the other. Nobody told them: \(solved.count { $0.isOneTwoFour }) of \
      the \(solved.count) end at 1 : 2 : 4; the rest find other sizes that serve, such as 2 : 3 : 4. This is what the paper meant by \
      learning internal representations.
      """)
    board.table(
      ["where the biases start", "solved", "sweeps, median"],
      [
        row("at 0", atZero),
        isQuick
          ? ["drawn, like the weights", "not run", ""]
          : row("drawn from -0.3 to 0.3, like the weights", drawn),
        ["published", "one run shown", "1,425"],
      ])
    board.say(
      """
      The paper draws the weights from -0.3 to 0.3 and does not say where the biases begin. It \
      matters: when they are drawn as well, more runs are still stuck after the \
      \(MirrorRun.limit, grouped: true) sweeps that we wait.
      """)
    board.claim(
      "mirror", "a 6-2-1 network finds the mirror symmetry",
      source: "Rumelhart, Hinton and Williams, Nature 323 (1986), 533-536, fig. 1",
      published: "solved after 1,425 sweeps; partners equal and opposite",
      measured: """
        \(solved.count) of \(runs), median \(sweeps, decimals: 0), partners within \
        \(mirrorError, percent: 2)
        """,
      gate: "at least 14 of 20, median 700-4,500, partners within 5 %",
      holds: solved.count >= 14 && (700...4500).contains(sweeps) && mirrorError < 0.05)
    board.ungatedClaim(
      "mirror-ratio", "the weights of a hidden unit are in the ratio 1 : 2 : 4",
      source: "Nature 323 (1986), fig. 1", published: "1 : 2 : 4",
      measured: "1 : \(ratios[1], decimals: 2) : \(ratios[2], decimals: 2), median",
      reason: """
        some runs settle on other sizes whose eight sums differ, and all drift as long as one trains
        """)
  }

  private static func row(_ name: Text, _ runs: [MirrorRun]) -> [Text] {
    let solved = runs.filter { $0.sweeps != nil }
    let sweeps = solved.map { Double($0.sweeps!) }.median
    return [
      name, "\(solved.count) of \(runs.count)",
      solved.isEmpty ? "-" : "\(Int(sweeps), grouped: true)",
    ]
  }
}
