import Experiments
import LessonKit
import MiniTensor

extension Lesson08 {
  /// More unknowns than examples: past the peak the error falls again.
  static func climbThePeak(_ board: Board) {
    board.section("Beyond the peak")
    board.say(
      """
      Section 3 said: as many numbers as points, and all is lost. But real networks have far more \
      weights than examples, and read well. What happens if we go on? Take linear regression, \
      where everything can be computed: n = 200 examples, p unknowns, each feature N(0, 1). Above \
      p = n many solutions hit all examples; we take the shortest. Theory knows the error on new \
      examples, in excess of their noise:
      """)
    board.formula(
      """
      g = p / n        r^2 = |beta|^2 = 5        sigma^2 = 1
      g < 1    sigma^2 g / (1 - g)
      g > 1    r^2 (1 - 1/g) + sigma^2 / (g - 1)
      """)
    let points = measure(board)
    draw(points, board)
    claim(points, board)
  }

  /// What the trials at one ratio p / n gave.
  struct DescentPoint: Sendable {
    let gamma: Double
    let risk: Double
    let ridgeRisk: Double
    let trainingError: Double

    var deviation: Double { abs(risk / DoubleDescent.theory(gamma) - 1) }
    /// Far enough from the peak for n = 200 to be nearly infinite.
    var isGated: Bool { !(0.7...1.4).contains(gamma) }
  }

  private static func measure(_ board: Board) -> [DescentPoint] {
    // Far below the peak a trial is cheap and its error varies much: more of them.
    let plan: [(gammas: [Double], trials: Int)] = [
      ([0.1, 0.25, 0.4, 0.55, 0.65], 200), ([0.8, 0.9, 0.95, 1, 1.05, 1.1, 1.25], 40), ([1.5], 80),
      ([2, 3, 5, 8], 20),
    ]
    let total = plan.map(\.gammas.count).reduce(0, +)
    return board.progress("fitting", total: total, unit: "sizes") { tick in
      plan.flatMap { gammas, trials in
        gammas.map { gamma in
          defer { tick() }
          let p = Int((gamma * Double(DoubleDescent.examples)).rounded())
          let count = board.isQuick ? trials / 10 : trials
          let results = concurrently(count, seed: board.seed &+ UInt64(p)) { _, generator, _ in
            DoubleDescent.trial(unknowns: p, using: &generator)
          }
          return DescentPoint(
            gamma: gamma, risk: results.map(\.risk).mean,
            ridgeRisk: results.map(\.ridgeRisk).mean,
            trainingError: results.map(\.trainingError).mean)
        }
      }
    }
  }

  private static func draw(_ points: [DescentPoint], _ board: Board) {
    let below = (5...97).map { 0.01 * Double($0) }
    let above = (103...800).filter { $0 < 150 || $0 % 10 == 0 }.map { 0.01 * Double($0) }
    let shown = points.filter { $0.gamma != 1 }
    board.draw(
      Figure(
        "Down, up, and down again",
        caption: "At g = 1 itself theory says infinity; that point is left out.",
        x: Axis("g = p / n, unknowns per example", isLogarithmic: true),
        y: Axis("error on new examples, without noise", range: 0.08...50, isLogarithmic: true),
        name: "double-descent"
      ) {
        Lines(x: below, y: below.map(DoubleDescent.theory), name: "theory", colour: 1)
        Lines(x: above, y: above.map(DoubleDescent.theory), colour: 1)
        Lines(
          x: shown.map(\.gamma), y: shown.map(\.ridgeRisk), name: "with the best L2",
          style: .dashed, colour: 2)
        Points(x: shown.map(\.gamma), y: shown.map(\.risk), names: ["measured, mean of trials"])
      })
    let peak = points.first { $0.gamma == 1 }!
    let beyond = points.last!
    board.say(
      """
      Up to p = n the fit has less and less freedom to spare, and at p = n just one solution is \
      left: it must swallow all noise, whatever it costs. The error there is \
      \(Int(min(peak.risk, 1e12)), grouped: true) in this run. With more unknowns there is a choice again, the \
      shortest solution is a calm one, and the error falls: at g = 8 it is \
      \(beyond.risk, decimals: 2), though every training example is still hit exactly. It is no \
      miracle: a model that says nothing at all errs by r^2 = 5.
      """)
    board.say(
      """
      And the dashed line: the same fits with an L2 penalty of the right strength have no peak at \
      all. Choosing the shortest solution was a regularizer in disguise; the open one is better.
      """)
  }

  private static func claim(_ points: [DescentPoint], _ board: Board) {
    let source: Text = "Hastie, Montanari, Rosset, Tibshirani, Ann. Statist. 50 (2022), thm 1"
    let worst = points.filter(\.isGated).map(\.deviation).max()!
    let statement: Text = "minimum-norm least squares: its error against theory"
    let measured: Text = "farthest off by \(worst, percent: 1)"
    if board.isQuick {
      board.ungatedClaim(
        "double-descent", statement, source: source, published: "two curves and a peak",
        measured: measured, reason: "too few trials with --quick")
    } else {
      board.claim(
        "double-descent", statement, source: source, published: "two curves and a peak",
        measured: measured, gate: "within 10 % outside 0.7 < g < 1.4", holds: worst <= 0.1)
    }
    let saved = points.filter { $0.ridgeRisk < $0.risk }.count
    board.claim(
      "best-ridge", "the best L2 against none, at each p / n",
      source: "the same, sec. 6", published: "never worse, and no peak",
      measured:
        "better at \(saved) of \(points.count); at most \(points.map(\.ridgeRisk).max()!, decimals: 2)",
      gate: "better everywhere, never above r^2 = 5",
      holds: saved == points.count && points.allSatisfy { $0.ridgeRisk <= DoubleDescent.signal })
  }
}
