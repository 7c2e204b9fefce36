import ExerciseKit

/// The gates of exercise 1.2, and when each of them fires.
public enum Gate: String, CaseIterable {
  /// Inputs a, b. Fires when both are active.
  case and
  /// Inputs a, b. Fires when a is active, or b, or both.
  case or
  /// One input a. Fires when a is silent.
  case not
  /// Inputs a, b. Fires when a is active and b is silent.
  case aButNotB
  /// Inputs a, b. Fires unless both are active.
  case notBoth
  /// Inputs a, b, c. Fires when two or three of them are active.
  case atLeastTwoOfThree
}

/// Exercise 1.2 - Weights for given gates.                                ** 15 minutes
///
/// A weighted unit fires when its weighted sum reaches the threshold. An active input counts as 1,
/// a silent one as 0:
///
///     w1 x1 + w2 x2 + ... + wn xn >= threshold
///
/// Choose weights and a threshold for each gate, in place of its `todo()`. All are whole numbers
/// and may be negative. There is one weight an input, in the order a, b, c. Many answers are right.
///
/// Worked example, a gate that is not in the list: "never" with inputs a and b is `([1, 1], 3)`.
/// The sum is 2 at most, so it never reaches 3.
///
/// - Parameter gate: the gate that the unit should be.
/// - Returns: the weights, one an input, and the threshold.
public func unit(for gate: Gate) -> (weights: [Int], threshold: Int) {
  switch gate {
  case .and: todo()
  case .or: todo()
  case .not: todo()
  case .aButNotB: todo()
  case .notBoth: todo()
  case .atLeastTwoOfThree: todo()
  }
}
