import ExerciseKit

extension Checks01 {
  /// Exercise 1.2.
  static let gateWeights = Check(
    "1.2", "Weights for given gates", difficulty: 2, minutes: 15,
    file: "GateWeights.swift", chapter: chapter, section: "Weights",
    hints: [
      """
      Write down the weighted sum of each row. For weights 1 and 1 the four sums are 0, 1, 1 and \
      2. Then look for a threshold between the rows that should fire and those that should not.
      """,
      """
      An input that should keep the unit silent gets a negative weight. And when the unit should \
      fire although all inputs are silent: the sum is 0 there, so what must the threshold be?
      """,
      """
      "Not both": weights -1 and -1 give the sums 0, -1, -1 and -2. Only the last one should stay \
      below the threshold. The same idea with one input gives "not".
      """,
    ],
    parts: [
      Part("and, or", points: 1) { judge in
        ask(judge, "and", inputs: 2)
        ask(judge, "or", inputs: 2)
      },
      Part("not", points: 1) { judge in ask(judge, "not", inputs: 1) },
      Part("a but not b", points: 1) { judge in
        ask(judge, "aButNotB", inputs: 2)
      },
      Part("not both", points: 1) { judge in
        ask(judge, "notBoth", inputs: 2)
      },
      Part("at least two of three", points: 1) { judge in
        ask(judge, "atLeastTwoOfThree", inputs: 3)
      },
    ],
    mistakes: [
      unit.mistake(
        "too many rows fire: the threshold is too low for these weights, or a weight is too large"
      ) { gate in
        let right = weights(for: gate)
        return (right.weights, right.threshold - 1)
      },
      unit.mistake(
        """
        too few rows fire: the threshold is too high for these weights, or a weight is too small; \
        a sum that equals the threshold is enough
        """
      ) { gate in
        let right = weights(for: gate)
        return (right.weights, right.threshold + 1)
      },
      unit.mistake(
        "a weight should be negative: an input that keeps the unit silent makes the sum smaller"
      ) { gate in
        let right = weights(for: gate)
        return (right.weights.map(abs), max(right.threshold, 1))
      },
      unit.mistake("yours does the opposite: it fires for the other rows") { gate in
        let right = weights(for: gate)
        return gate == "not" ? right : (right.weights.map { -$0 }, 1 - right.threshold)
      },
      unit.mistake("the weights of a and b are exchanged: the first one belongs to a") { gate in
        let right = weights(for: gate)
        return (right.weights.reversed(), right.threshold)
      },
      unit.mistake("there is one weight an input, no more: the threshold stands apart") { gate in
        let right = weights(for: gate)
        return (right.weights + [right.threshold], right.threshold)
      },
    ])

  private static let unit = Function(
    "unit(for:)",
    reading: { value -> (weights: [Int], threshold: Int) in
      try value.tuple(of: [Int].self, Int.self)
    }
  ) { (gate: String) in weights(for: gate) }

  /// One right answer of many, for the mistakes to spoil.
  private static func weights(for gate: String) -> (weights: [Int], threshold: Int) {
    switch gate {
    case "and": ([1, 1], 2)
    case "or": ([1, 1], 1)
    case "not": ([-1], 0)
    case "aButNotB": ([1, -1], 1)
    case "notBoth": ([-1, -1], -1)
    default: ([1, 1, 1], 2)
    }
  }

  private static func ask(
    _ judge: Judge, _ gate: String, inputs: Int
  ) {
    judge.ask(
      "unit(for: .\(verbatim: gate))",
      likely: [
        "no row reaches the threshold: it is too high, or a weight that should count is 0 or negative":
          "never fires",
        "every row reaches the threshold: it is too low, or a weight that should hold back does not":
          "always fires",
        "a unit has one weight for each of its inputs":
          "\(inputs - 1) weights for \(inputs) inputs",
      ]
    ) { answers in
      let given = try answers.call(unit, gate)
      guard given.weights.count == inputs else {
        return "\(given.weights.count) weights for \(inputs) \(inputs == 1 ? "input" : "inputs")"
      }
      return firingRows(inputs) { row in
        let active = zip(given.weights, row).filter(\.1).map(\.0)
        return active.reduce(0, &+) >= given.threshold
      }
    }
  }

  /// A truth table in words: "fires when ab is 01, 10, 11".
  private static func firingRows(_ inputs: Int, _ answer: ([Bool]) -> Bool) -> String {
    let rows = (0..<1 << inputs).map { row in
      (0..<inputs).map { row >> (inputs - 1 - $0) & 1 == 1 }
    }
    let firing = rows.filter(answer).map { row in row.map { $0 ? "1" : "0" }.joined() }
    if firing.isEmpty { return "never fires" }
    return firing.count == rows.count
      ? "always fires"
      : "fires when \(["a", "ab", "abc"][inputs - 1]) is \(firing.joined(separator: ", "))"
  }
}
