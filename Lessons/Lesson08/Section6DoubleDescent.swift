import Datasets
import Experiments
import LessonKit
import MiniTensor

extension Lesson08 {
  /// More unknowns than examples: past the peak the error falls again.
  static func climbThePeak(_ board: Board) throws {
    board.section("Beyond the peak")
    board.say(
      """
      Section 3 said: as many numbers as points, and all is lost. But large networks have far more \
      weights than examples, and read well. What happens if we go on? We take \
      \(RandomWaves.examples) digits and a hidden layer of p units that nobody trains: each is a wave \
      of the pixels, drawn by chance. Only the output layer is fitted, by least squares. Above \
      p = n many output layers hit all examples; we take the shortest.
      """)
    board.formula(
      """
      a_j = cos(x . w_j + b_j)    j = 1 ... p, drawn and never moved
      y^  = a V                   V by least squares, the shortest that fits
      """)
    try descendTwice(board)
    board.say(
      """
      Where does the peak come from? Take linear regression with n = 200 examples and p features, \
      each N(0, 1), where everything can be computed. Theory knows the error on new examples, in \
      excess of their noise:
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

  /// Digits through a layer of random waves: the curve of Belkin and his colleagues.
  private static func descendTwice(_ board: Board) throws {
    let ratios =
      board.isQuick
      ? [0.1, 0.3, 0.5, 1, 2, 5, 10]
      : [0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.7, 0.85, 0.95, 1, 1.05, 1.2, 1.5, 2, 3, 5, 10, 20]
    let draws = board.isQuick ? 2 : 5
    let sizes = ratios.map { Int(($0 * Double(RandomWaves.examples)).rounded()) }
    let digits = try Digits.load()
    let trials = board.progress("fitting waves", total: draws, unit: "draws") { tick in
      concurrently(draws, seed: board.seed(of: "waves"), tick: { tick() }) { _, generator, tick in
        defer { tick() }
        return RandomWaves.trial(sizes: sizes, on: digits, using: &generator)
      }
    }
    let peak = ratios.firstIndex(of: 1)!
    func least(_ trial: [RandomWaves.Result], _ range: Range<Int>) -> Double {
      trial[range].map(\.error).min()!
    }
    let means = ratios.indices.map { k in trials.map { $0[k].error }.mean }
    let misread = ratios.indices.map { k in trials.map { $0[k].misread }.mean }
    board.draw(
      Figure(
        "Down, up, and down again",
        caption: """
          \(RandomWaves.examples) digits, \(draws) draws of digits and units. Answering 1/10 for \
          every digit costs 0.9.
          """,
        x: Axis("p / n, hidden units per digit", isLogarithmic: true),
        y: Axis("squared error on new digits", range: 0.1...1000, isLogarithmic: true),
        name: "double-descent"
      ) {
        Points(
          x: trials.flatMap { _ in ratios }, y: trials.flatMap { $0.map { min($0.error, 1000) } },
          names: ["one draw"])
        Lines(x: ratios, y: means.map { min($0, 1000) }, name: "mean", colour: 1)
      })
    let dip = means.firstIndex(of: means[..<peak].min()!)!
    let last = ratios.count - 1
    board.table(
      ["hidden units", "squared error on new digits", "misread"],
      [dip, peak, ratios.firstIndex(of: 2)!, last].map { k in
        [
          "\(sizes[k], grouped: true)", "\(means[k], significant: 2)",
          "\(misread[k], percent: 1)",
        ]
      })
    board.say(
      """
      Left of the peak is the U of the text books, with its least error at \(sizes[dip]) units. With 200 \
      units for 200 digits just one output layer hits them all, whatever it costs. Then the error \
      falls, and falls below where it ever was on the left.
      """)
    let ratiosOfDips = trials.map { least($0, peak + 1..<ratios.count) / least($0, 0..<peak) }
    let rises = trials.map { $0[peak].error / least($0, 0..<peak) }
    board.claim(
      "second-descent", "random features on digits: least error beyond the peak / before it",
      source: "Belkin, Hsu, Ma, Mandal, PNAS 116 (2019), fig. 2",
      published: "below 1; a peak at p = n",
      measured: """
        at most \(ratiosOfDips.max()!, decimals: 2) in \(draws) draws; at p = n \
        \(rises.min()!, decimals: 0) times or more
        """,
      gate: "<= 0.7, and >= 3 times at p = n, in every draw",
      holds: ratiosOfDips.allSatisfy { $0 <= 0.7 } && rises.allSatisfy { $0 >= 3 })
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
          // At 0.1 the best ridge gains a third of what varies from trial to trial: it takes a
          // hundred trials, cheap ones, to be sure of it.
          let count = board.isQuick && gamma > 0.3 ? trials / 10 : trials
          let results = concurrently(count, seed: board.seed(of: "exact peak", run: p)) {
            _, generator, _ in
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
    let below: [Double] = (5...97).map { 0.01 * Double($0) }
    let hundredths: [Int] = (103...800).filter { $0 < 150 || $0 % 10 == 0 }
    let above: [Double] = hundredths.map { 0.01 * Double($0) }
    let shown = points.filter { $0.gamma != 1 }
    board.draw(
      Figure(
        "The peak, computed",
        caption: "At g = 1 itself theory says infinity; that point is left out.",
        x: Axis("g = p / n, unknowns per example", isLogarithmic: true),
        y: Axis("error on new examples, without noise", range: 0.08...50, isLogarithmic: true),
        name: "exact-peak"
      ) {
        Lines(x: below, y: below.map(DoubleDescent.theory), name: "theory", colour: 1)
        Lines(x: above, y: above.map(DoubleDescent.theory), colour: 1)
        Lines(
          x: shown.map(\.gamma), y: shown.map(\.ridgeRisk), name: "with the best L2",
          style: .dashed, colour: 2)
        Points(x: shown.map(\.gamma), y: shown.map(\.risk), names: ["measured, mean of trials"])
      })
    let peak = points.first { $0.gamma == 1 }!
    let calmest = points.filter { $0.gamma > 1 }.min { $0.risk < $1.risk }!
    let beyond = points.last!
    board.say(
      """
      Up to p = n the fit has less and less freedom to spare, and at p = n just one solution is \
      left: it must swallow all noise, whatever it costs. The error there is \
      \(Int(min(peak.risk, 1e12)), grouped: true) in this run. With more unknowns there is a choice again, \
      and the shortest solution is a calm one: \(calmest.risk, decimals: 2) at \
      g = \(calmest.gamma). But here the curve goes up, down and up: at g = 8 it is \
      \(beyond.risk, decimals: 2), on its way to r^2 = 5, which is what answering 0 costs. Each of \
      these features carries its own part of the signal, so with more of them n examples see an ever \
      smaller share of it. The waves of the digits all tell of the same digits, and more of them \
      only make the answer smoother. More weights help where they share what there is to learn.
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
    board.claim(
      "double-descent", statement, source: source, published: "two curves and a peak",
      measured: measured, gate: "within 10 % outside 0.7 < g < 1.4", holds: worst <= 0.1,
      notQuick: "too few trials with --quick")
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
