import LessonKit
import MiniTensor

extension Lesson03 {
  /// The perceptron on XOR comes back to where it was, and its corrections are the certificate.
  ///
  /// - Returns: the functions of 2, 3 and 4 inputs for which it found weights.
  static func goRound(_ board: Board) throws -> [Int: [TruthTable]] {
    board.section("The perceptron goes round")
    board.say(
      """
      Rosenblatt's rule promises weights when there are weights. What does it do with XOR? Let it \
      start with zeros and see the four cases again and again, in whole numbers, so that "the \
      same weights as before" has an exact meaning.
      """)
    board.formula("a failed demand is added:   (w, b) <- (w, b) + label (x, 1)")

    let cycle = try Self.cycle(of: .xor, from: [0, 0, 0])
    board.table(
      ["case", "w1", "w2", "b"],
      zip(["before", "00", "01", "10", "11"] as [Text], [[0, 0, 0]] + cycle.path).map {
        name, weights in
        [name] + weights.map { "\($0)" }
      }, title: "One epoch: every case is answered wrongly, every case corrects")
    board.say(
      """
      After \(cycle.path.count) corrections all weights are 0 again. The next epoch will do the \
      same, and the next: the perceptron runs in a circle and never notices. This always happens. \
      The perceptron cycling theorem says that on questions without an answer the weights stay \
      bounded; whole numbers that stay bounded can take only finitely many values, so one day a \
      value returns, and from then on all repeats.
      """)

    board.draw(pathOfWeights(try Self.cycle(of: .xor, from: farStart)))
    let visits = wander(board)

    board.say(
      """
      Now look at what the circle says. Over one round the weights return, so the corrections of \
      the round add up to zero. Each correction was one line of the demands. So the numbers of \
      corrections are multipliers under which every weight cancels: the circle is the \
      certificate. A perceptron that fails for ever proves, while it fails, that it had to.

      Lesson 01 counted the functions of three and of four inputs that have weights. The \
      perceptron can now settle every one of the rest: it either learns or hands over the proof.
      """)

    var separable: [Int: [TruthTable]] = [:]
    var rows: [[Text]] = []
    var counts: [Int] = []
    var unproved = 0
    let total = (2...4).reduce(0) { $0 + 1 << (1 << $1) }
    board.progress("all functions", total: total, unit: "functions") { tick in
      for inputCount in 2...4 {
        let census = Census(inputCount: inputCount) { tick() }
        separable[inputCount] = census.separable
        counts += [census.separable.count, census.certified]
        unproved += census.unproved
        rows.append([
          "\(inputCount)", "\(1 << (1 << inputCount), grouped: true)",
          "\(census.separable.count, grouped: true)", "\(census.certified, grouped: true)",
          "\(census.longestRound)",
        ])
      }
    }
    board.table(["inputs", "functions", "learned", "certified", "longest round, epochs"], rows)

    board.claim(
      "xor-cycles", "the perceptron on XOR from zeros: corrections of one round",
      source: "perceptron cycling theorem: Block and Levin, Proc. AMS 26 (1970)",
      published: "weights stay bounded", measured: "\(cycle.corrections) in \(cycle.epochs) epoch",
      gate: "the weights return; the corrections are a certificate",
      holds: cycle.path.last == [0, 0, 0]
        && isCertificate(cycle.corrections, against: TruthTable.xor.demands))
    board.claim(
      "xor-cycles-from-anywhere", "XOR from \(visits.starts) random starts, in random order",
      source: "the same; farther from 0 than at the start by at most a constant",
      published: "always bounded",
      measured: "\(visits.certified) cycle; \(visits.excess, decimals: 2) farther at most",
      gate: "all cycle, each with a certificate",
      holds: visits.certified == visits.starts)
    board.claim(
      "every-function-settled", "functions of 3 and 4 inputs: learned and certified",
      source: "OEIS A000609; complements A064436",
      published: "104 + 152, 1,882 + 63,654",
      measured:
        "\(counts[2]) + \(counts[3]), \(counts[4], grouped: true) + \(counts[5], grouped: true)",
      gate: "exact; every weight and certificate checked",
      holds: counts == [14, 2, 104, 152, 1882, 63654] && unproved == 0)
    return separable
  }
}

extension Lesson03 {
  /// The cycle into which the perceptron falls; whoever has found weights instead made an error.
  static func cycle(of table: TruthTable, from start: [Int]) throws -> Cycle {
    switch train(on: table.demands, from: start) {
    case .cycled(let cycle): return cycle
    case .learned(let weights, _):
      throw NoCycle(ending: "learned \(weights), but nothing can be right")
    case .undecided: throw NoCycle(ending: "neither learned nor came back to where it was")
    }
  }
}

/// The perceptron did on XOR what no perceptron can do: a mistake in the program.
struct NoCycle: Error, CustomStringConvertible {
  var ending: String
  var description: String { "on XOR the perceptron \(ending)" }
}

/// All functions of some inputs, each taught to a perceptron until it learns or goes round.
struct Census {
  var separable: [TruthTable] = []
  var certified = 0
  /// Functions that ended with wrong weights or a wrong certificate.
  var unproved = 0
  var longestRound = 0

  init(inputCount: Int, tick: () -> Void) {
    let zeros = [Int](repeating: 0, count: inputCount + 1)
    for code in 0..<(1 << (1 << inputCount)) {
      let table = TruthTable(inputCount: inputCount, code: code)
      let demands = table.demands
      switch train(on: demands, from: zeros) {
      case .learned(let found, _) where weights(found, meet: demands):
        separable.append(table)
      case .cycled(let cycle) where isCertificate(cycle.corrections, against: demands):
        certified += 1
        longestRound = max(longestRound, cycle.epochs)
      default: unproved += 1
      }
      tick()
    }
  }
}
