import ExerciseKit

/// Exercise 3.4 - Detect the cycle.                                       ** 25 minutes
///
/// Start with the weights `start` and apply `epoch` again and again: w0 = start, w1 = epoch(w0),
/// w2 = epoch(w1), ... Find the first weights that were there before, exactly equal in every
/// number.
///
/// When w5 is the first such, and it equals w2, then w2, w3, w4 repeat for ever: the answer is
/// `(before: 2, length: 3)`. Weights that never change again are a cycle of length 1.
///
/// - Parameters:
///   - start: the weights w0.
///   - limit: how often `epoch` may be called at most.
///   - epoch: what one epoch of training makes of the weights; the same from the same.
/// - Returns: how many weights come before the cycle, and how many are in it; nil when none of
///   w0 ... w(limit) is equal to an earlier one.
public func findCycle(
  from start: [Int], limit: Int, epoch: ([Int]) -> [Int]
) -> (before: Int, length: Int)? {
  todo()
}
