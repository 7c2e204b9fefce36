import LessonKit

extension Lesson01 {
  /// How many functions are separable, by number of inputs (OEIS A000609).
  private static let published = [2: 14, 3: 104, 4: 1882, 5: 94_572]

  /// All Boolean functions of 2 to 5 inputs that a single unit can compute.
  static func countWhatOneCanDo(_ board: Board) {
    board.section("How much can one neuron do?")
    board.say(
      """
      Today's unit gives each input a weight, a number that may be negative, and fires when the \
      weights of its active inputs add up to the threshold or more. So an inhibitory input no \
      longer forbids. It subtracts, and it can be outvoted.
      """)
    board.formula("fires  =  w1 x1 + w2 x2 + ... + wn xn >= threshold")
    board.say(
      """
      Is this more? Yes. No neuron of 1943 is "not both", because either input alone would forbid. \
      With weights -1 and -1 and the threshold -1 it is easy:
      """)
    let notBoth = WeightedUnit(weights: [-1, -1], threshold: -1)
    board.table(
      ["a", "b", "sum", "not both"],
      truthTableRows(inputs: 2).map { row in
        [
          row[0] ? "1" : "0", row[1] ? "1" : "0", "\(notBoth.sum(row))",
          notBoth.fires(on: row) ? "1" : "0",
        ]
      })
    board.say(
      """
      With n inputs there are 2^(2^n) truth tables. How many of them can one unit compute? Let us \
      try all whole-number weights from -1 to 1, then from -2 to 2, and so on, each with every \
      threshold, and collect the different tables. A table of up to five inputs fits in one 32-bit \
      number, so this takes no time.
      """)

    let largestWeight = board.wholeSetting("largest-weight")
    let counts = countFunctions(board, largestWeight)
    board.table(
      ["inputs", "truth tables", "one weighted unit", "share", "weights up to", "neuron of 1943"],
      counts.map { count in
        let total = 1 << (1 << count.inputs)
        return [
          "\(count.inputs)", "\(total, grouped: true)", "\(count.best, grouped: true)",
          "\(Double(count.best) / Double(total), percent: count.inputs < 5 ? 1 : 4)",
          "\(count.limitNeeded)", count.neuronOf1943.map { "\($0, grouped: true)" } ?? "-",
        ]
      })
    board.draw(
      Figure(
        "What larger weights buy",
        caption: "Every curve becomes flat: from there on, larger weights find nothing new.",
        x: Axis("largest weight", ticks: (1...largestWeight).map(Double.init)),
        y: .logarithmic("functions of one unit")
      ) {
        for count in counts {
          Lines(x: 1...largestWeight, y: count.found, name: "\(count.inputs) inputs")
        }
      })
    sayWhatIsMissing(board, largestWeight)
    claim(counts, on: board)
  }

  /// What the enumeration found for one number of inputs.
  private struct Count {
    var inputs: Int
    /// How many functions with weights up to 1, 2, 3, ...
    var found: [Int]
    var neuronOf1943: Int?

    var best: Int { found.max()! }
    var limitNeeded: Int { found.firstIndex(of: best)! + 1 }
  }

  private static func countFunctions(_ board: Board, _ largestWeight: Int) -> [Count] {
    board.progress("trying all weights", total: 4) { tick in
      (2...5).map { inputs in
        defer { tick() }
        return Count(
          inputs: inputs,
          found: (1...largestWeight).map {
            functionsOfOneUnit(inputs: inputs, weightLimit: $0).count
          },
          neuronOf1943: inputs < 5
            ? functionsOfOneNeuron(inputs: inputs, synapseLimit: inputs).count : nil)
      }
    }
  }

  /// Names the two functions of two inputs that no unit computes.
  private static func sayWhatIsMissing(_ board: Board, _ largestWeight: Int) {
    let possible = functionsOfOneUnit(inputs: 2, weightLimit: largestWeight)
    let missing = (TruthTable(0)..<16).filter { !possible.contains($0) }
    let rows = truthTableRows(inputs: 2)
    let descriptions = missing.map { function -> Text in
      let firing = rows.indices.filter { function.answer(toRow: $0) }.map { row in
        rows[row].map { $0 ? "1" : "0" }.joined()
      }
      return "one fires for \(firing.dropLast().joined(separator: ", ")) and \(firing.last ?? "")"
    }
    board.say(
      """
      With two inputs \(missing.count) tables are out of reach. Writing the inputs as digits: \
      \(descriptions). They ask whether the two inputs differ. It looks like a small hole. But read \
      the column of shares downwards: with many inputs almost everything is out of reach. Lesson \
      03 is about this hole.
      """)
  }

  private static func claim(_ counts: [Count], on board: Board) {
    for count in counts {
      let total: Text = "\(1 << (1 << count.inputs), grouped: true)"
      let expected = published[count.inputs]!
      board.claim(
        "separable-\(count.inputs)", "functions of one unit: \(count.inputs) inputs",
        source: "On-Line Encyclopedia of Integer Sequences, A000609 and A064436",
        published: "\(expected, grouped: true) of \(total)",
        measured: "\(count.best, grouped: true) of \(total)", gate: "the same",
        holds: count.best == expected)
    }
    // The enumeration could stop too early and still look finished: so the limits are claimed too.
    let needed = counts.filter { (3...4).contains($0.inputs) }.map(\.limitNeeded)
    board.claim(
      "weights-needed", "weights needed: 3 inputs, 4 inputs",
      source: "found by enumeration for this course",
      published: "2 and 3 find all", measured: "\(needed)", gate: "2, 3",
      holds: needed == [2, 3])
  }
}
