import ExerciseKit

/// An answer to exercise 1.2: the function `unit(for:)`, which gets the gate's name as text.
public typealias GateWeightsAnswer =
  @Sendable (_ gate: String) -> (weights: [Int], threshold: Int)

/// Exercise 1.2: choosing weights and thresholds.
public let gateWeightsCheck = Check<GateWeightsAnswer>(
  "1.2", "Weights for given gates", difficulty: 2, minutes: 15, file: "GateWeights.swift",
  chapter: "01-mcculloch-pitts-neuron.md", section: "Weights",
  hints: [
    """
    Write down the sum of each row first. For AND with weights 1 and 1 the four sums are 0, 1, 1 \
    and 2. Then look for a threshold that parts the rows that should fire from the others.
    """,
    """
    An input that should keep the unit silent gets a negative weight. When the unit should fire \
    although all inputs are silent, the sum is 0 there, so the threshold must be 0 or below.
    """,
    """
    "Not both": with weights -1 and -1 the sums are 0, -1, -1 and -2, and only the last row should \
    be silent. Which threshold lies between -2 and -1, or on -1?
    """,
  ],
  parts: [
    Part("and", points: 1) { $0.fires("and", inputs: 2) { $0[0] && $0[1] } },
    Part("or", points: 1) { $0.fires("or", inputs: 2) { $0[0] || $0[1] } },
    Part("not", points: 1) { $0.fires("not", inputs: 1) { !$0[0] } },
    Part("a but not b", points: 1) { $0.fires("aButNotB", inputs: 2) { $0[0] && !$0[1] } },
    Part("not both", points: 1) { $0.fires("notBoth", inputs: 2) { !($0[0] && $0[1]) } },
    Part("at least two of three", points: 1) {
      $0.fires("atLeastTwoOfThree", inputs: 3) { $0.filter { $0 }.count >= 2 }
    },
  ],
  mistakes: [
    Mistake(
      """
      the threshold is one too low: rows fire that should be silent. Write down the sum of each row
      """
    ) { gate in
      let right = GateTable.reference(gate)
      return (right.weights, right.threshold - 1)
    },
    Mistake(
      """
      the threshold is one too high: the sum must reach it (`>=`), it need not pass it
      """
    ) { gate in
      let right = GateTable.reference(gate)
      return (right.weights, right.threshold + 1)
    },
    Mistake(
      """
      a weight should be negative: where an input keeps the unit silent, it must make the sum smaller
      """
    ) { gate in
      let right = GateTable.reference(gate)
      return (right.weights.map(abs), max(right.threshold, 1))
    },
    Mistake(
      """
      yours does the exact opposite: it fires where it should be silent. Changing the sign of all \
      weights turns the order of the rows around
      """
    ) { gate in
      let right = GateTable.reference(gate)
      return (right.weights.map { -$0 }, 1 - right.threshold)
    },
    Mistake(
      """
      the weights of a and b are exchanged; they stand in the order a, b
      """
    ) { gate in
      let right = GateTable.reference(gate)
      return (right.weights.reversed(), right.threshold)
    },
    Mistake(
      """
      the threshold does not go into the list of weights: one weight an input, no more
      """
    ) { gate in
      let right = GateTable.reference(gate)
      return (right.weights + [right.threshold], right.threshold)
    },
  ])

/// What a unit does, in words that can be compared.
private enum GateTable {
  /// Weights that are right, for the mistakes to spoil.
  static func reference(_ gate: String) -> (weights: [Int], threshold: Int) {
    switch gate {
    case "and": ([1, 1], 2)
    case "or": ([1, 1], 1)
    case "not": ([-1], 0)
    case "aButNotB": ([1, -1], 1)
    case "notBoth": ([-1, -1], -1)
    default: ([1, 1, 1], 2)
    }
  }

  static func rows(_ inputs: Int) -> [[Bool]] {
    (0..<1 << inputs).map { row in (0..<inputs).map { row >> (inputs - 1 - $0) & 1 == 1 } }
  }

  /// "fires for 01, 10, 11".
  static func described(_ inputs: Int, _ answer: ([Bool]) -> Bool) -> String {
    let firing = rows(inputs).filter(answer).map { $0.map { $0 ? "1" : "0" }.joined() }
    if firing.isEmpty { return "never fires" }
    if firing.count == 1 << inputs { return "always fires" }
    return "fires for \(firing.joined(separator: ", "))"
  }
}

extension Judge<GateWeightsAnswer> {
  fileprivate func fires(_ gate: String, inputs: Int, _ answer: ([Bool]) -> Bool) {
    let names = inputs == 1 ? "a" : inputs == 2 ? "a b" : "a b c"
    ask(
      "unit(for: .\(verbatim: gate)), inputs \(verbatim: names)",
      expect: GateTable.described(inputs, answer)
    ) { given in
      let unit = given(gate)
      guard unit.weights.count == inputs else {
        return "\(unit.weights.count) weights for \(inputs) inputs"
      }
      return GateTable.described(inputs) { row in
        zip(unit.weights, row).reduce(0) { $0 + ($1.1 ? $1.0 : 0) } >= unit.threshold
      }
    }
  }
}
