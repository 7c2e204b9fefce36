import Datasets
import LessonKit
import MiniTensor

extension Lesson18 {
  /// Ten digits as memories: spoilt, recalled, and confused.
  static func recallDigits(_ board: Board) throws {
    board.section("A spoilt digit, recalled")
    let digits = try MNIST.load().train
    let flips = board.options.integer("flips")
    board.say(
      """
      Ten digits of 784 pixels, ink +1 and paper -1, one of each kind. Hebb's rule wants patterns \
      that have nothing in common, and all digits have much paper in common. Stored that way they \
      pull each other into one blot. The projection rule takes out first what they share: it is \
      Hebb's rule for the patterns after they were made independent.
      """)
    // The training digits come in the order 0, 1, ..., 9.
    let patterns = digits.images.rows(0..<10).map { $0 > 0.4 ? 1 : -1 }
    let hebb = HopfieldNetwork(storing: patterns)
    let projection = HopfieldNetwork(projectingOnto: patterns)
    var random = RandomGenerator(seed: board.seed(of: "digits"))
    let rows = patterns.scalarRows
    drawFilm(projection, rows[3], flips, &random, board)

    let trials = board.isQuick ? 3 : 10
    func recalled(_ network: HopfieldNetwork, flips: Int) -> Double {
      var right = 0
      for row in rows {
        for _ in 0..<trials {
          let end = network.settled(
            from: spoilt(row, flips: flips, using: &random), using: &random)
          if end == row { right += 1 }
        }
      }
      return Double(right) / Double(rows.count * trials)
    }
    let levels = [0, 78, 196, 274, 314, 353, 392]
    let shares = levels.map {
      (hebb: recalled(hebb, flips: $0), projection: recalled(projection, flips: $0))
    }
    board.table(
      ["pixels turned over"] + levels.map { "\($0)" as Text },
      [
        ["recalled, Hebb"] + shares.map { "\($0.hebb, percent: 0)" },
        ["recalled, projection"] + shares.map { "\($0.projection, percent: 0)" },
      ], title: "share of \(rows.count * trials) trials that end at exactly the stored digit")
    drawEnds(hebb, projection, rows, flips, &random, board)
    let quarter = levels.firstIndex(of: 196)!
    board.claim(
      "recall", "ten digits, a quarter of the pixels turned over: recalled without an error",
      source: "the rule: Personnaz, Guyon, Dreyfus, J. Physique Lett. 46 (1985)",
      published: "every stored pattern is a fixed point, a theorem",
      measured: """
        projection \(shares[quarter].projection, percent: 0), Hebb \(shares[quarter].hebb, percent: 0)
        """,
      gate: "projection at least 90 %, Hebb at most 20 %",
      holds: shares[quarter].projection >= 0.9 && shares[quarter].hebb <= 0.2)
    mixThree(board)
  }

  /// The state at nine moments of one recall.
  private static func drawFilm(
    _ network: HopfieldNetwork, _ digit: [Float], _ flips: Int, _ random: inout RandomGenerator,
    _ board: Board
  ) {
    let start = spoilt(digit, flips: flips, using: &random)
    var states = [start]
    _ = network.settled(from: start, using: &random) { states.append($0) }
    let shown = (0...7).map { (states.count - 1) * $0 / 7 }
    board.draw(
      Figure(
        "A three comes back",
        caption: "\(flips) of 784 pixels were turned over. Below: the flips so far.",
        name: "film"
      ) {
        ImageGrid(
          shown.map { states[$0].map { ($0 + 1) / 2 } }, width: 28,
          captions: shown.map { "\($0)" }, columns: 4, range: 0...1)
      })
  }

  /// Where two spoilt digits end under both rules.
  private static func drawEnds(
    _ hebb: HopfieldNetwork, _ projection: HopfieldNetwork, _ rows: [[Float]], _ flips: Int,
    _ random: inout RandomGenerator, _ board: Board
  ) {
    var pictures: [[Float]] = []
    var captions: [Text] = []
    for digit in [0, 4, 7] {
      let start = spoilt(rows[digit], flips: flips, using: &random)
      pictures += [
        rows[digit], start, hebb.settled(from: start, using: &random),
        projection.settled(from: start, using: &random),
      ]
      captions += ["stored", "spoilt", "Hebb", "projection"]
    }
    board.draw(
      Figure("Where they end", name: "ends") {
        ImageGrid(
          pictures.map { $0.map { ($0 + 1) / 2 } }, width: 28, captions: captions, columns: 4,
          range: 0...1)
      })
  }

  /// Hollows that nobody dug: the majority of three stored patterns is stable, too.
  private static func mixThree(_ board: Board) {
    let (units, nets) = (1000, 20)
    var random = RandomGenerator(seed: board.seed(of: "mixtures"))
    var (stable, away) = (0, 0.0)
    for _ in 0..<nets {
      let patterns = Tensor.patterns(5, units: units, using: &random)
      let network = HopfieldNetwork(storing: patterns)
      let start = (patterns.row(0) + patterns.row(1) + patterns.row(2)).sign().scalars
      let end = network.settled(from: start, using: &random)
      let changed = zip(start, end).count { $0 != $1 }
      if changed <= units / 50 { stable += 1 }
      let overlap = zip(end, patterns.row(0).scalars).reduce(Float(0)) { $0 + $1.0 * $1.1 }
      away += Double(overlap) / Double(units) / Double(nets)
    }
    board.say(
      """
      And memories nobody stored: take the majority of three random patterns, unit by unit. It agrees \
      with each of them on three units of four, and where the net has 1,000 units and 5 patterns it is \
      a place of rest itself. So is every pattern with all its signs turned. Recall can end at \
      something that never was.
      """)
    board.claim(
      "mixtures", "the majority of three patterns, N = 1000, n = 5: nets in which it is at rest",
      source: "Amit, Gutfreund, Sompolinsky, Physical Review A 32 (1985)",
      published: "mixtures of three are stable at low load",
      measured: "\(stable) of \(nets), overlap with each pattern \(away, decimals: 2)",
      gate: "at least 18, moving at most 2 % of the units", holds: stable >= 18)
  }
}
