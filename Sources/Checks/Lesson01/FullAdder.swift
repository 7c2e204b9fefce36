import ExerciseKit

extension Checks01 {
  /// Exercise 1.3.
  static let adder = Check(
    "1.3", "A full adder", difficulty: 2, minutes: 20,
    file: "FullAdder.swift", chapter: chapter, section: "Adding with neurons",
    hints: [
      "Begin with the carry: it is 1 when at least two of the three digits are. One unit does it.",
      """
      The sum digit is what is left of a + b + carryIn when the carry has taken its share. So let \
      the second unit listen to four inputs: the three digits and the carry.
      """,
      """
      The carry is worth two ones of this column. Give it a weight that takes as much away. Then \
      the weighted sum is the digit itself, 0 or 1.
      """,
    ],
    parts: [
      Part("the carry", points: 2, carries),
      Part("the sum", points: 2, sums),
      Part("by neurons only", points: 1, neuronsOnly),
    ],
    mistakes: [
      fullAdder.mistake(
        "yours computes with Swift's operators: even with a dead unit it has answers"
      ) {
        a, b, carryIn, _ in
        (sum: count([a, b, carryIn]) % 2 == 1, carry: count([a, b, carryIn]) >= 2)
      },
      fullAdder.mistake(
        "the sum is computed with Swift's operators; only the carry comes from a unit"
      ) {
        a, b, carryIn, unit in
        (sum: count([a, b, carryIn]) % 2 == 1, carry: unit([a, b, carryIn], [1, 1, 1], 2))
      },
      fullAdder.mistake("yours leaves carryIn out: there are three digits to add") {
        a, b, _, unit in
        let carry = unit([a, b], [1, 1], 2)
        return (sum: unit([a, b, carry], [1, 1, -2], 1), carry: carry)
      },
      fullAdder.mistake("sum and carry are exchanged: the sum is the digit on the right") {
        a, b, carryIn, unit in
        let carry = unit([a, b, carryIn], [1, 1, 1], 2)
        return (sum: carry, carry: unit([a, b, carryIn, carry], [1, 1, 1, -2], 1))
      },
      fullAdder.mistake(
        """
        your sum fires for two ones as well. The carry should silence it there, and weigh enough \
        to do so: it is worth two
        """
      ) { a, b, carryIn, unit in
        (sum: unit([a, b, carryIn], [1, 1, 1], 1), carry: unit([a, b, carryIn], [1, 1, 1], 2))
      },
      fullAdder.mistake(
        "for 1 + 1 + 1 the carry takes too much away from the sum: it is worth two, no more"
      ) {
        a, b, carryIn, unit in
        let carry = unit([a, b, carryIn], [1, 1, 1], 2)
        return (sum: unit([a, b, carryIn, carry], [1, 1, 1, -3], 1), carry: carry)
      },
      fullAdder.mistake("your carry waits until all three digits are 1; two are enough") {
        a, b, carryIn, unit in
        let carry = unit([a, b, carryIn], [1, 1, 1], 3)
        return (sum: unit([a, b, carryIn, carry], [1, 1, 1, -2], 1), carry: carry)
      },
      fullAdder.mistake(
        "the unit wants one weight an input, in the same order"
      ) { _, _, _, _ in throw Trap("give one weight an input") },
    ])

  private typealias Unit = Callback<[Bool], [Int], Int, Bool>
  private typealias Digits = (sum: Bool, carry: Bool)

  private static let fullAdder = Function(
    "fullAdder(_:_:_:unit:)",
    reading: { value -> Digits in try value.tuple(of: Bool.self, Bool.self) }
  ) { (a: Bool, b: Bool, carryIn: Bool, unit: Unit) in
    let carry = unit([a, b, carryIn], [1, 1, 1], 2)
    return (unit([a, b, carryIn, carry], [1, 1, 1, -2], 1), carry)
  }

  /// All sums of three digits, in any order.
  private static func rows(_ judge: Judge) -> [[Bool]] {
    (0..<8).map { row in (0..<3).map { row >> (2 - $0) & 1 == 1 } }
      .shuffled(using: &judge.generator)
  }

  /// The unit that the student gets.
  private static var unit: Unit {
    func complaint(_ inputs: [Bool], _ weights: [Int], _: Int) -> String? {
      guard inputs.count != weights.count else { return nil }
      return "unit: \(inputs.count) inputs but \(weights.count) weights; give one weight an input"
    }
    func fires(_ inputs: [Bool], _ weights: [Int], _ threshold: Int) -> Bool {
      zip(weights, inputs).reduce(0) { $1.1 ? $0 &+ $1.0 : $0 } >= threshold
    }
    return Unit("unit", complaint, fires)
  }

  @Sendable private static func carries(_ judge: Judge) {
    for row in rows(judge) {
      judge.ask("fullAdder(\(row[0]), \(row[1]), \(row[2]), unit: unit).carry") { answers in
        try answers.call(fullAdder, row[0], row[1], row[2], unit).carry
      }
    }
  }

  @Sendable private static func sums(_ judge: Judge) {
    for row in rows(judge) { judge.ask(fullAdder, row[0], row[1], row[2], unit) }
  }

  /// A unit that never fires silences every net of units, but not Swift's operators.
  @Sendable private static func neuronsOnly(_ judge: Judge) {
    let dead = Unit("{ _, _, _ in false }") { _, _, _ in false }
    for row in rows(judge) { judge.ask(fullAdder, row[0], row[1], row[2], dead) }
  }
}
