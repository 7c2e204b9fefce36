import ExerciseKit

extension Checks01 {
  /// A weighted threshold unit, as exercise 1.3 hands it to the student.
  public typealias WeightedUnit =
    (_ inputs: [Bool], _ weights: [Int], _ threshold: Int) -> Bool

  /// The student's `fullAdder(_:_:_:unit:)`.
  public typealias FullAdder =
    @Sendable (_ a: Bool, _ b: Bool, _ carryIn: Bool, _ unit: WeightedUnit) -> (
      sum: Bool, carry: Bool
    )

  /// Exercise 1.3.
  public static let fullAdder = Check<FullAdder>(
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
      Mistake("yours computes with Swift's operators: even with a dead unit it has answers") {
        a, b, carryIn, _ in
        (sum: count([a, b, carryIn]) % 2 == 1, carry: count([a, b, carryIn]) >= 2)
      },
      Mistake("the sum is computed with Swift's operators; only the carry comes from a unit") {
        a, b, carryIn, unit in
        (sum: count([a, b, carryIn]) % 2 == 1, carry: unit([a, b, carryIn], [1, 1, 1], 2))
      },
      Mistake("yours leaves carryIn out: there are three digits to add") { a, b, _, unit in
        let carry = unit([a, b], [1, 1], 2)
        return (sum: unit([a, b, carry], [1, 1, -2], 1), carry: carry)
      },
      Mistake("sum and carry are exchanged: the sum is the digit on the right") {
        a, b, carryIn, unit in
        let carry = unit([a, b, carryIn], [1, 1, 1], 2)
        return (sum: carry, carry: unit([a, b, carryIn, carry], [1, 1, 1, -2], 1))
      },
      Mistake(
        """
        your sum fires for two ones as well. The carry should silence it there, and weigh enough \
        to do so: it is worth two
        """
      ) { a, b, carryIn, unit in
        (sum: unit([a, b, carryIn], [1, 1, 1], 1), carry: unit([a, b, carryIn], [1, 1, 1], 2))
      },
      Mistake("for 1 + 1 + 1 the carry takes too much away from the sum: it is worth two, no more")
      {
        a, b, carryIn, unit in
        let carry = unit([a, b, carryIn], [1, 1, 1], 2)
        return (sum: unit([a, b, carryIn, carry], [1, 1, 1, -3], 1), carry: carry)
      },
      Mistake("your carry waits until all three digits are 1; two are enough") {
        a, b, carryIn, unit in
        let carry = unit([a, b, carryIn], [1, 1, 1], 3)
        return (sum: unit([a, b, carryIn, carry], [1, 1, 1, -2], 1), carry: carry)
      },
      Mistake(
        "the unit wants one weight an input, in the same order",
        trapsSaying: "give one weight an input"
      ) { a, b, carryIn, unit in
        let carry = unit([a, b, carryIn], [1, 1, 1], 2)
        return (sum: unit([a, b, carryIn, carry], [1, 1, 1], 1), carry: carry)
      },
    ])

  private static let rows: [[Bool]] = (0..<8).map { row in
    (0..<3).map { row >> (2 - $0) & 1 == 1 }
  }

  /// The unit that the student gets.
  private static let unit: @Sendable ([Bool], [Int], Int) -> Bool = { inputs, weights, threshold in
    guard inputs.count == weights.count else {
      fatalError(
        "unit: \(inputs.count) inputs but \(weights.count) weights; give one weight an input")
    }
    return zip(weights, inputs).filter(\.1).map(\.0).reduce(0, +) >= threshold
  }

  @Sendable private static func carries(_ judge: Judge<FullAdder>) {
    for row in rows {
      judge.ask(
        "fullAdder(\(row[0]), \(row[1]), \(row[2]), unit: unit).carry", expect: count(row) >= 2
      ) { fullAdder in fullAdder(row[0], row[1], row[2], unit).carry }
    }
  }

  @Sendable private static func sums(_ judge: Judge<FullAdder>) {
    for row in rows {
      judge.ask(
        "fullAdder(\(row[0]), \(row[1]), \(row[2]), unit: unit)",
        expect: (sum: count(row) % 2 == 1, carry: count(row) >= 2)
      ) { fullAdder in fullAdder(row[0], row[1], row[2], unit) }
    }
  }

  /// A unit that never fires silences every net of units, but not Swift's operators.
  @Sendable private static func neuronsOnly(_ judge: Judge<FullAdder>) {
    for row in rows {
      judge.ask(
        "fullAdder(\(row[0]), \(row[1]), \(row[2]), unit: { _, _, _ in false })",
        expect: (sum: false, carry: false)
      ) { fullAdder in fullAdder(row[0], row[1], row[2]) { _, _, _ in false } }
    }
  }
}
