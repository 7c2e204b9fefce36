import Experiments
import Foundation
import LessonKit

extension Lesson20 {
  /// REINFORCE, with and without a baseline, where no fixed choice is any good.
  static func preferByChance(_ board: Board) {
    board.section("Make it more probable")
    board.say(
      """
      A third way needs no worth at all. Let the policy be a formula with a parameter, play, and make \
      what was done more probable, the more it paid. Ronald Williams called it REINFORCE:
      """)
    board.formula("theta <- theta + eta (G - b) d log pi(a) / d theta")
    board.say(
      """
      Three rooms in a row look all alike, every step costs 1, and in the middle one left is right. Who \
      always does the same never gets out. Who goes right with probability p needs \
      2 (2 - p) / (p (1 - p)) steps; the best p is 2 - sqrt 2, about 0.59, and costs 11.66. (b) is \
      the baseline: what was expected. It changes nothing in the mean, for the slopes of log pi \
      have mean 0. But it calms: without it every walk pushes, since every return is negative.
      """)
    let count = board.isQuick ? 40 : 100
    let episodes = 1000
    let plain = walks(count, episodes, rate: -13, baseline: nil, board)
    let calm = walks(count, episodes, rate: -9, baseline: -6, board)
    let wild = walks(count / 4, episodes, rate: -9, baseline: nil, board)
    let best = Corridor.value(goingRight: 2 - 2.0.squareRoot())
    let at = stride(from: 0, to: episodes, by: 10).map { $0 }
    func curve(_ runs: [CorridorRun]) -> [Double] {
      at.map { start in runs.map { $0.returns[start..<(start + 10)].reduce(0, +) / 10 }.mean }
    }
    board.draw(
      Figure(
        "Out of the corridor",
        caption: "Means of \(count) learners, \(wild.count) of the last kind.", x: "walks",
        y: Axis("sum of rewards", range: -100...0), name: "corridor"
      ) {
        Lines(x: at, y: curve(calm), name: "baseline, eta 2^-9")
        Lines(x: at, y: curve(plain), name: "none, eta 2^-13")
        Lines(x: at, y: curve(wild), name: "none, eta 2^-9")
        Lines.horizontal(at: best, name: "best possible", style: .dotted)
      })
    let early = [calm, plain].map { runs in runs.map { Array($0.returns.prefix(200)).mean }.mean }
    let late = [calm, plain, wild].map { runs in
      runs.map { Array($0.returns.suffix(100)).mean }.mean
    }
    let stuck = wild.count { !(0.05...0.95).contains($0.goingRight) }
    board.say(
      """
      With a baseline the first 200 walks cost \(-early[0], decimals: 1) steps in the mean, without \
      one \(-early[1], decimals: 1), although each has the learning rate that suits it. Give the one \
      without a baseline the larger rate, and \(stuck) of \(wild.count) learners end up doing nearly \
      always the same.
      """)
    let source: Text = "Sutton and Barto, Reinforcement Learning (2018), example 13.1 and fig. 13.2"
    board.claim(
      "corridor-best", "corridor: best probability of right, and its value",
      source: source, published: "about 0.59 and -11.6", measured: bestByTrying(),
      gate: "0.586 and -11.66, to the last digit", holds: isBestByTrying)
    board.claim(
      "baseline", "REINFORCE with baseline: walks 901 to 1,000; walks 1 to 200 against none",
      source: source, published: "reaches the best; much faster",
      measured:
        "\(late[0], decimals: 1); \(early[0], decimals: 1) against \(early[1], decimals: 1)",
      gate: "within 1.5 of -11.66; better by at least 5",
      holds: abs(late[0] - best) <= 1.5 && early[0] - early[1] >= 5)
  }

  struct CorridorRun: Sendable {
    let returns: [Double]
    let goingRight: Double
  }

  private static func walks(
    _ count: Int, _ episodes: Int, rate: Int, baseline: Int?, _ board: Board
  ) -> [CorridorRun] {
    let name = "corridor \(rate) \(baseline ?? 0)"
    return concurrently(count, seed: board.seed(of: name)) { _, random, _ in
      var walker = PolicyWalker(
        learningRate: pow(2, Double(rate)), baselineRate: baseline.map { pow(2, Double($0)) } ?? 0)
      let returns = (0..<episodes).map { _ in walker.episode(using: &random) }
      return CorridorRun(returns: returns, goingRight: walker.goingRight)
    }
  }

  /// The best of 999 probabilities, each worth what Bellman's equation says.
  private static var tried: (p: Double, value: Double) {
    let candidates: [Double] = (1...999).map { Double($0) / 1000 }
    return candidates.map { p in (p, valueByBellman(goingRight: p)) }.max { $0.1 < $1.1 }!
  }

  /// The first room's value, by repeating Bellman's equation: no formula solved by hand.
  private static func valueByBellman(goingRight p: Double) -> Double {
    var values = [0.0, 0, 0, 0]
    var change = 1.0
    while change > 1e-9 {
      change = 0
      for room in 0..<3 {
        let right = values[Corridor.step(from: room, right: true)]
        let left = values[Corridor.step(from: room, right: false)]
        let value = -1 + p * right + (1 - p) * left
        change = max(change, abs(value - values[room]))
        values[room] = value
      }
    }
    return values[0]
  }

  private static var isBestByTrying: Bool {
    let best = tried
    return best.p == 0.586 && (best.value * 100).rounded() == -1166
      && abs(best.value - Corridor.value(goingRight: best.p)) < 1e-6
  }

  private static func bestByTrying() -> Text {
    let best = tried
    return "\(best.p, decimals: 3) and \(best.value, decimals: 2)"
  }
}
