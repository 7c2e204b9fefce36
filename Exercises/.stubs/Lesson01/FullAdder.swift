import ExerciseKit

/// Exercise 1.3 - A full adder.                                           ** 20 minutes
///
/// Add three binary digits, with neurons only. The answer has two digits, the sum and the carry:
///
///     a + b + carryIn  =  2 carry + sum
///
/// So 1 + 1 + 0 gives sum 0 and carry 1, and 1 + 1 + 1 gives sum 1 and carry 1. `true` stands
/// for the digit 1.
///
/// Use the weighted unit that you are given, as often as you like. It fires when the weighted sum
/// of its inputs reaches the threshold: `unit([a, b], [1, 1], 2)` is "a and b". What one unit
/// answers may be the input of another. Swift's own `&&`, `||`, `!`, `==` and `+` stay in the
/// drawer: both results must be the answer of a unit.
///
/// Two units are enough.
///
/// - Parameters:
///   - a: the first digit.
///   - b: the second digit.
///   - carryIn: what the column to the right carried over.
///   - unit: a weighted threshold unit: `unit(inputs, weights, threshold)`.
/// - Returns: the last digit of the sum, and the digit to carry.
public func fullAdder(
  _ a: Bool, _ b: Bool, _ carryIn: Bool,
  unit: (_ inputs: [Bool], _ weights: [Int], _ threshold: Int) -> Bool
) -> (sum: Bool, carry: Bool) {
  todo()
}
