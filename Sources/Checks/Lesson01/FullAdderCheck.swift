import ExerciseKit

/// A weighted threshold unit, as exercise 1.3 hands it to the student.
public typealias WeightedUnitFunction =
  (_ inputs: [Bool], _ weights: [Int], _ threshold: Int) -> Bool

/// An answer to exercise 1.3: the function `fullAdder(_:_:_:unit:)`.
public typealias FullAdderAnswer =
  @Sendable (_ a: Bool, _ b: Bool, _ carryIn: Bool, _ unit: WeightedUnitFunction) -> (
    sum: Bool, carry: Bool
  )

/// Exercise 1.3: adding with neurons.
public let fullAdderCheck = Check<FullAdderAnswer>(
  "1.3", "A full adder", difficulty: 2, minutes: 20, file: "FullAdder.swift",
  chapter: "01-mcculloch-pitts-neuron.md", section: "Adding with neurons",
  hints: [
    "Begin with the carry: it is 1 when at least two of the three digits are. That is one unit.",
    """
    The sum is what is left of a + b + carryIn when the carry has taken its share. So let the \
    second unit listen to all four: a, b, carryIn and the carry.
    """,
    """
    The carry stands for 2. Give it a weight that takes 2 away. The weighted sum is then the last \
    digit itself, 0 or 1, and you know which threshold tells 0 from 1.
    """,
  ],
  parts: [
    Part("the carry", points: 2) { judge in
      for digits in AdderRows.all {
        judge.ask(
          "fullAdder(\(digits[0]), \(digits[1]), \(digits[2]), unit: unit).carry",
          expect: AdderRows.count(digits) >= 2
        ) { $0(digits[0], digits[1], digits[2], AdderRows.unit).carry }
      }
    },
    Part("the sum", points: 2) { judge in
      for digits in AdderRows.all {
        judge.ask(
          "fullAdder(\(digits[0]), \(digits[1]), \(digits[2]), unit: unit)",
          expect: (sum: AdderRows.count(digits) % 2 == 1, carry: AdderRows.count(digits) >= 2)
        ) { $0(digits[0], digits[1], digits[2], AdderRows.unit) }
      }
    },
    Part("with neurons only", points: 1) { judge in
      // A unit that is dead silences every net, but not Swift's own operators.
      for digits in AdderRows.all {
        judge.ask(
          """
          fullAdder(\(digits[0]), \(digits[1]), \(digits[2]), unit: { _, _, _ in false })
          """, expect: (sum: false, carry: false)
        ) { $0(digits[0], digits[1], digits[2], { _, _, _ in false }) }
      }
    },
  ],
  mistakes: [
    Mistake(
      """
      yours computes with Swift's operators and asks no unit: even with a unit that never fires it \
      has answers
      """
    ) { a, b, carryIn, _ in
      let count = AdderRows.count([a, b, carryIn])
      return (sum: count % 2 == 1, carry: count >= 2)
    },
    Mistake(
      """
      yours leaves carryIn out: three digits are added, not two
      """
    ) { a, b, _, unit in
      let carry = unit([a, b], [1, 1], 2)
      return (sum: unit([a, b, carry], [1, 1, -2], 1), carry: carry)
    },
    Mistake(
      """
      sum and carry are exchanged: the sum is the digit on the right
      """
    ) { a, b, carryIn, unit in
      let carry = unit([a, b, carryIn], [1, 1, 1], 2)
      return (sum: carry, carry: unit([a, b, carryIn, carry], [1, 1, 1, -2], 1))
    },
    Mistake(
      """
      your sum fires when any digit is 1; with two ones it must be silent. The carry can tell it
      """
    ) { a, b, carryIn, unit in
      (sum: unit([a, b, carryIn], [1, 1, 1], 1), carry: unit([a, b, carryIn], [1, 1, 1], 2))
    },
    Mistake(
      """
      the carry takes only 1 away from the sum, but it stands for 2
      """
    ) { a, b, carryIn, unit in
      let carry = unit([a, b, carryIn], [1, 1, 1], 2)
      return (sum: unit([a, b, carryIn, carry], [1, 1, 1, -1], 1), carry: carry)
    },
    Mistake(
      """
      the carry takes so much away that 1 + 1 + 1 loses its last digit: it stands for 2, no more
      """
    ) { a, b, carryIn, unit in
      let carry = unit([a, b, carryIn], [1, 1, 1], 2)
      return (sum: unit([a, b, carryIn, carry], [1, 1, 1, -3], 1), carry: carry)
    },
    Mistake(
      """
      your carry wants all three digits to be 1; two are enough
      """
    ) { a, b, carryIn, unit in
      let carry = unit([a, b, carryIn], [1, 1, 1], 3)
      return (sum: unit([a, b, carryIn, carry], [1, 1, 1, -2], 1), carry: carry)
    },
  ])

private enum AdderRows {
  static let all: [[Bool]] = (0..<8).map { row in (0..<3).map { row >> (2 - $0) & 1 == 1 } }

  static func count(_ digits: [Bool]) -> Int { digits.filter { $0 }.count }

  /// The unit that the student gets; it says what is wrong when weights and inputs do not match.
  static let unit: @Sendable ([Bool], [Int], Int) -> Bool = { inputs, weights, threshold in
    precondition(
      inputs.count == weights.count,
      "unit: \(inputs.count) inputs, but \(weights.count) weights; give one weight an input")
    return zip(inputs, weights).reduce(0) { $0 + ($1.0 ? $1.1 : 0) } >= threshold
  }
}
