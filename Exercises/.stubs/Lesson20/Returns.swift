import ExerciseKit

/// Exercise 20.2 - Return and discount, first half.                    * 15 minutes
///
/// What was still to come, seen from each step of a game: the reward of that step, and all later
/// ones, each discounted once more.
///
///     G_t = r_t + gamma r_(t+1) + gamma^2 r_(t+2) + ...
///
///     returns(rewards: [1, 0, 4], discount: 0.5)    // [2, 2, 4]
///
/// - Parameters:
///   - rewards: r_0 to the last; there may be none.
///   - discount: gamma, from 0 to 1.
/// - Returns: G_0 to the last, as many.
public func returns(rewards: [Float], discount: Float) -> [Float] {
  todo()
}

/// Exercise 20.2 - Return and discount, second half.
///
/// The same when the game was broken off: what the place is worth where it stopped is known, and
/// stands for all that would have come.
///
///     G_t = r_t + gamma r_(t+1) + ... + gamma^n value
///         n steps are left, the last one included
///
///     bootstrappedReturns(rewards: [1, 0, 4], discount: 0.5, valueAtEnd: 8)    // [3, 4, 8]
///
/// - Parameters:
///   - rewards: r_0 to the last; there may be none.
///   - discount: gamma, from 0 to 1.
///   - valueAtEnd: what the place after the last reward is worth.
/// - Returns: G_0 to the last, as many as rewards.
public func bootstrappedReturns(rewards: [Float], discount: Float, valueAtEnd: Float) -> [Float] {
  todo()
}
