import Experiments
import LessonKit
import MiniTensor

extension Lesson20 {
  /// The ten-armed testbed: greed, and a little curiosity.
  static func pullTenArms(_ board: Board) {
    board.section("Ten arms")
    board.say(
      """
      What did the boxes lack? Curiosity. Take the question alone: a gambling machine with ten arms. Each arm \
      pays about its own mean, give or take, and nobody tells the means. You may pull a thousand \
      times. Pull the arm that has paid best so far? Then you never learn what the others pay. Try \
      all of them again and again? Then you waste pulls on bad ones. The simplest way out is called \
      epsilon-greedy: with probability epsilon any arm, else the best so far.
      """)
    board.formula("Q <- Q + (r - Q) / n        the mean of what an arm has paid, kept up to date")
    let epsilons: [Float] = [0, 0.01, 0.1]
    // The greedy player's luck varies most: more of them for the same certainty.
    let groups = [board.isQuick ? 40 : 160, 40, 40]
    let total = groups.reduce(0, +)
    let beds = board.progress("pulling", total: total, unit: "groups") { tick in
      zip(epsilons, groups).map { epsilon, groups in
        let parts = concurrently(
          groups, seed: board.seed(of: "bandit \(epsilon)"), tick: { tick() }
        ) { _, random, tick in
          var bed = Testbed(steps: 1000)
          for _ in 0..<50 { bed.play(epsilon: epsilon, using: &random) }
          tick()
          return bed
        }
        return parts.dropFirst().reduce(into: parts[0]) { $0.add($1) }
      }
    }
    show(beds, epsilons, board)
    claim(beds, board)
  }

  private static func show(_ beds: [Testbed], _ epsilons: [Float], _ board: Board) {
    // Every step of the first hundred, then every tenth, so that the beginning can be seen.
    let at = Array(0..<100) + stride(from: 100, to: 1000, by: 10)
    board.draw(
      Figure(
        "Ten arms", caption: "Means over at least 2,000 players, each at a machine of its own.",
        name: "arms"
      ) {
        Panel("reward of a pull", x: "pulls", y: "reward") {
          for (bed, epsilon) in zip(beds, epsilons) {
            Lines(x: at, y: at.map { bed.rewards[$0] / bed.runs }, name: "epsilon \(epsilon)")
          }
        }
        Panel("the best arm was pulled", x: "pulls", y: Axis("share", range: 0...1)) {
          for (place, bed) in beds.enumerated() {
            Lines(x: at, y: at.map { bed.hits[$0] / bed.runs }, colour: place)
          }
        }
      })
    let rows = zip(beds, epsilons).map { bed, epsilon -> [Text] in
      [
        "\(epsilon)", "\(late(bed.rewards, bed), decimals: 2)",
        "\(late(bed.hits, bed), percent: 1)",
      ]
    }
    board.table(["epsilon", "reward", "best arm"], rows, title: "pulls 901 to 1,000")
    let best = beds.map(\.best).reduce(0, +) / beds.map(\.runs).reduce(0, +)
    board.say(
      """
      Who knew the best arm would get \(best, decimals: 2). The greedy player stops at two thirds of \
      it: his first arm that pays more than nothing keeps him. The one with epsilon 0.1 finds the \
      best arm nearly always, and then goes on throwing away a tenth of the pulls. The one with 0.01 is slower, \
      and will overtake him in the end.
      """)
  }

  private static func late(_ sums: [Double], _ bed: Testbed) -> Double {
    sums.suffix(100).mean / bed.runs
  }

  private static func claim(_ beds: [Testbed], _ board: Board) {
    let source: Text = "Sutton and Barto, Reinforcement Learning (2018), section 2.3 and fig. 2.2"
    let reward = late(beds[0].rewards, beds[0])
    let hits = late(beds[0].hits, beds[0])
    board.claim(
      "greedy", "ten arms, greedy: reward and best arm after 1,000 pulls", source: source,
      published: "about 1, and a third of the tasks",
      measured: "\(reward, decimals: 2), \(hits, percent: 1)",
      gate: "1.02 +- 0.05, 34.7 +- 4 %",
      holds: abs(reward - 1.02) <= 0.05 && abs(hits - 0.347) <= 0.04
    )
    let curious = late(beds[2].hits, beds[2])
    board.claim(
      "curious", "ten arms, epsilon 0.1: best arm after 1,000 pulls", source: source,
      published: "about 80 % (read off the figure), never above 91 %",
      measured: "\(curious, percent: 1)", gate: "80 +- 4 %", holds: abs(curious - 0.8) <= 0.04)
  }
}
