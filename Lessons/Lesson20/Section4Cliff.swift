import Experiments
import LessonKit

extension Lesson20 {
  /// Q-learning and Sarsa on the way along the cliff.
  static func walkAlongTheCliff(_ board: Board) {
    board.section("Along the cliff")
    let epsilon = Float(board.setting("epsilon"))
    board.say(
      """
      Bellman needs a map: where does each step lead? A walker without a map has only his steps. So he \
      keeps Q, the worth of each action in each place, and after every step moves it a little towards what \
      the step has taught:
      """)
    board.formula(
      """
      Q-learning   Q(s, a) <- Q(s, a) + eta (r + gamma max Q(s', .) - Q(s, a))
      Sarsa        Q(s, a) <- Q(s, a) + eta (r + gamma Q(s', a') - Q(s, a))
      """)
    board.say(
      """
      The two differ in one term. Q-learning reckons with the best action in the next place. Sarsa (state, \
      action, reward, state, action) reckons with the one that it will really do. The walker is \
      epsilon-greedy with \(epsilon): now and then he stumbles. His way leads along a cliff; each step costs 1, a fall 100.
      """)
    let count = board.isQuick ? 100 : 400
    let episodes = 500
    let both = [("q", Walker.Rule.qLearning), ("sarsa", .sarsa)].map { name, rule in
      concurrently(count, seed: board.seed(of: "cliff \(name)")) { _, random, _ in
        var walker = Walker(rule)
        walker.epsilon = epsilon
        let returns = (0..<episodes).map { _ in Double(walker.episode(using: &random)) }
        return CliffRun(returns: returns, path: walker.path)
      }
    }
    drawCliff(both, episodes, board)
    claimCliff(both, board)
  }

  struct CliffRun: Sendable {
    let returns: [Double]
    let path: [Int]?
  }

  private static func drawCliff(_ both: [[CliffRun]], _ episodes: Int, _ board: Board) {
    let at = stride(from: 0, to: episodes, by: 10).map { $0 }
    func curve(_ runs: [CliffRun]) -> [Double] {
      at.map { start in
        runs.map { $0.returns[start..<(start + 10)].reduce(0, +) / 10 }.mean
      }
    }
    func walked(_ run: CliffRun) -> (x: [Double], y: [Double]) {
      let path = run.path ?? []
      return (
        path.map { Double($0 % Cliff.width) },
        path.map { Double(Cliff.height - 1 - $0 / Cliff.width) }
      )
    }
    let shown = both.map { runs in walked(runs.first { $0.path != nil } ?? runs[0]) }
    board.draw(
      Figure(
        "Along the cliff",
        caption: "What a walk earned, mean of \(both[0].count) walkers, and two learned ways.",
        name: "cliff"
      ) {
        Panel("while learning", x: "walks", y: Axis("sum of rewards", range: -100...0)) {
          Lines(x: at, y: curve(both[0]), name: "Q-learning")
          Lines(x: at, y: curve(both[1]), name: "Sarsa")
        }
        Panel(
          "the ways without stumbling", x: Axis("", range: -0.5...11.5),
          y: Axis("", range: -0.5...3.5)
        ) {
          Lines(x: shown[0].x, y: shown[0].y, colour: 0)
          Lines(x: shown[1].x, y: shown[1].y, colour: 1)
          Points(
            x: (1...10).map { $0 }, y: Array(repeating: 0, count: 10),
            group: Array(repeating: 6, count: 10))
        }
      })
  }

  private static func claimCliff(_ both: [[CliffRun]], _ board: Board) {
    let late = both.map { runs in runs.map { Array($0.returns.suffix(100)).mean }.mean }
    let lengths = both.map { runs in runs.compactMap { $0.path.map { Double($0.count - 1) } } }
    let atEdge = Double(lengths[0].count { $0 == 13 }) / Double(both[0].count)
    board.table(
      ["", "earned in walks 401 to 500", "steps without stumbling (median)"],
      [
        ["Q-learning", "\(late[0], decimals: 1)", "\(lengths[0].median)"],
        ["Sarsa", "\(late[1], decimals: 1)", "\(lengths[1].median)"],
      ])
    board.say(
      """
      Q-learning finds the shortest way, 13 steps at the very edge, and it is right: for a walker who never \
      stumbles. He does stumble, and falls again and again. Sarsa learns the worth of its own \
      walking, stumbling included, keeps away from the edge and earns more. Which one is better? It \
      depends on whether you learn in a simulator or on a cliff.
      """)
    let source: Text = "Sutton and Barto, Reinforcement Learning (2018), example 6.6"
    board.claim(
      "cliff-edge", "Q-learning's way without stumbling: 13 steps at the edge", source: source,
      published: "the optimal path", measured: "\(atEdge, percent: 0) of the walkers",
      gate: "at least 90 %", holds: atEdge >= 0.9)
    board.claim(
      "cliff-online", "while learning Sarsa earns more, walks 401 to 500", source: source,
      published: "Sarsa better (about -25 against -50, read off the figure)",
      measured: "\(late[1], decimals: 1) against \(late[0], decimals: 1)",
      gate: "better by at least 10", holds: late[1] - late[0] >= 10)
  }
}
