import Datasets
import Foundation
import LessonKit
import MiniTensor

extension Lesson07 {
  /// Nine tries on a grid look at three rates; nine at random look at nine.
  static func searchForSettings(_ board: Board) throws {
    board.section("Which settings? Random beats the grid")
    board.say(
      """
      Rate, momentum, decay, batch size: somebody has to choose. The tidy way is a grid. But of \
      two settings usually one matters and the other hardly does, and nobody knows which \
      beforehand. A grid of 3 x 3 then tries only three values of the one that matters, each of \
      them three times. Nine random points try nine.
      """)
    board.formula(
      """
      p: share of good values on the axis that matters; found in nine tries
      by chance     1 - (1 - p)^9
      by the grid   3 p / (1 - p)
      """)
    measureCoverage(board)
    try searchOnDigits(board)
  }

  // MARK: - The argument

  /// How often a search finds a good interval that lies anywhere on one of the two axes.
  private static func measureCoverage(_ board: Board) {
    let (share, trials) = (0.05 as Float, 20_000)
    var generator = RandomGenerator(seed: board.seed)
    var hits = (random: 0, grid: 0)
    for _ in 0..<trials {
      let low = generator.uniform() * (1 - share)
      let good = low...(low + share)
      let axis = generator.integer(below: 2)
      if SearchPlan.random(9, using: &generator).points.contains(where: { good ~= $0[axis] }) {
        hits.random += 1
      }
      if SearchPlan.grid(3).points.contains(where: { good ~= $0[axis] }) { hits.grid += 1 }
    }
    let random = Float(hits.random) / Float(trials)
    let grid = Float(hits.grid) / Float(trials)
    let theory = (random: 1 - pow(1 - share, 9), grid: 3 * share / (1 - share))
    board.table(
      ["nine tries", "values of the axis that matters", "finds the best 5 %"],
      [
        ["grid, 3 x 3", "3", "\(grid, percent: 1)"],
        ["random", "9", "\(random, percent: 1)"],
      ], title: "\(trials, grouped: true) times, the good values anywhere on one of two axes:")
    board.claim(
      "coverage", "9 random tries find the best 5 % of one axis more often than a 3 x 3 grid",
      source: "Bergstra and Bengio, Random search ..., JMLR 13, 2012, figure 1",
      published: """
        9 values against 3: \(theory.random, percent: 1) against \(theory.grid, percent: 1)
        """,
      measured: "\(random, percent: 1) against \(grid, percent: 1)",
      gate: "each within 3 points",
      holds: abs(random - theory.random) <= 0.03 && abs(grid - theory.grid) <= 0.03)
  }

  // MARK: - The same on digits

  private static func searchOnDigits(_ board: Board) throws {
    let digits = try Digits.load().train
    let studies = board.isQuick ? 2 : 12
    let tries = 9
    let total = studies * tries * 2
    board.progress("searching", total: total, unit: "networks") { tick in
      var generator = RandomGenerator(seed: board.seed)
      var best: [(grid: Float, random: Float)] = []
      var shown: (grid: [Trial], random: [Trial]) = ([], [])
      for _ in 0..<studies {
        let split = digits.split(testShare: 0.5, using: &generator)
        let sets = TrainTest(
          train: split.train.rows(Array(0..<600)), test: split.test.rows(Array(0..<1000)))
        let lowest = generator.uniform(in: -3.5 ... -2.5)
        func run(_ plan: SearchPlan) -> [Trial] {
          plan.points.map { point in
            defer { tick() }
            return Trial(point, lowestRate: lowest, on: sets, seed: generator.next())
          }
        }
        let grid = run(.grid(3))
        let random = run(.random(tries, using: &generator))
        best.append((grid.best, random.best))
        shown = (grid, random)
      }
      draw(shown.grid, shown.random, board)
      report(best, board)
    }
  }

  private static func draw(_ grid: [Trial], _ random: [Trial], _ board: Board) {
    func panel(_ title: Text, _ trials: [Trial]) -> Panel {
      Panel(
        title, x: .logarithmic("learning rate", range: 1e-4...100),
        y: Axis("validation errors [%]", range: 0...100)
      ) {
        Points(x: trials.map(\.learningRate), y: trials.map { 100 * $0.error })
      }
    }
    board.draw(
      Figure(
        "Nine tries each, seen along the rate",
        caption: "The other setting is weight decay, which hardly matters here.",
        name: "random-search"
      ) {
        panel("grid", grid)
        panel("random", random)
      })
  }

  private static func report(_ best: [(grid: Float, random: Float)], _ board: Board) {
    let n = Float(best.count)
    let grid = best.reduce(0) { $0 + $1.grid } / n
    let random = best.reduce(0) { $0 + $1.random } / n
    board.say(
      """
      On the digits, the best of nine small networks errs on \(grid, percent: 1) by the grid and \
      on \(random, percent: 1) by chance, in the mean of \(best.count) searches over rates from \
      about 0.001 to 10. Whether a line of the grid falls where the rates are good is luck; that \
      nine values are more than three is not. And good rates are easy to find here: they span \
      most of a power of ten.
      """)
    board.ungatedClaim(
      "search-digits", "digits: the best of 9 tries, random against grid",
      source: "Bergstra and Bengio, Random search ..., JMLR 13, 2012",
      published: "as good or better",
      measured: "\(random, percent: 1) against \(grid, percent: 1) errors",
      reason: "one grid can be lucky: where its lines fall decides")
  }
}

/// Points of the unit square, to be tried.
struct SearchPlan {
  let points: [[Float]]

  /// The middles of `side` x `side` cells.
  static func grid(_ side: Int) -> SearchPlan {
    let values = (0..<side).map { (Float($0) + 0.5) / Float(side) }
    return SearchPlan(points: values.flatMap { x in values.map { [x, $0] } })
  }

  /// Points drawn evenly.
  static func random(_ count: Int, using generator: inout RandomGenerator) -> SearchPlan {
    SearchPlan(points: (0..<count).map { _ in [generator.uniform(), generator.uniform()] })
  }
}

/// A small network, trained with the settings that a point of the unit square stands for.
struct Trial {
  /// Over four powers of ten, on a logarithmic scale.
  let learningRate: Float
  /// From 0.0000001 to 0.001, on a logarithmic scale.
  let weightDecay: Float
  /// The share of the validation digits that it reads wrongly.
  let error: Float

  /// - `lowestRate`: where the range of rates begins, as a power of ten.
  init(_ point: [Float], lowestRate: Float, on sets: TrainTest<ImageSet>, seed: UInt64) {
    learningRate = pow(10, lowestRate + 4 * point[0])
    weightDecay = pow(10, 4 * point[1] - 7)
    var generator = RandomGenerator(seed: seed)
    let trainer = Trainer(reader: seed) { [learningRate, weightDecay] in
      SGD($0, learningRate: learningRate, weightDecay: weightDecay)
    }
    for _ in 0..<3 { trainer.epoch(on: sets.train, batchSize: 16, using: &generator) }
    error = 1 - trainer.accuracy(on: sets.test)
  }
}

extension [Trial] {
  /// The lowest error.
  fileprivate var best: Float { map(\.error).min() ?? 1 }
}
