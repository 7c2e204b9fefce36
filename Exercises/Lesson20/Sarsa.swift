import ExerciseKit

/// Exercise 20.4 - The update of Sarsa.                                ** 25 minutes
///
/// A whole walk, learned from step by step as it was made. In step t the walker stood in
/// `states[t]`, did `actions[t]` and got `rewards[t]`; that led to `states[t + 1]`, where it did
/// `actions[t + 1]`. Sarsa reckons with the action that was really done there:
///
///     Q(s, a) <- Q(s, a) + eta (r + gamma Q(s', a') - Q(s, a))
///
/// The last step ends the game: nothing more to expect. Each update sees the values that the
/// updates before it have left.
///
///     sarsaUpdated(
///       values: [[0, 2], [1, 3]], states: [0, 1], actions: [1, 0], rewards: [4, -1],
///       learningRate: 0.5, discount: 0.5)
///     // first Q(0, 1): 2 + 0.5 (4 + 0.5 * 1 - 2) = 3.25, then Q(1, 0): 1 + 0.5 (-1 - 1) = 0
///     // [[0, 3.25], [0, 3]]
///
/// - Parameters:
///   - values: Q before the walk, a row for each state, in it a value for each action.
///   - states: where the walker stood; there may be none.
///   - actions: what it did there, as many.
///   - rewards: what that paid, as many.
///   - learningRate: eta.
///   - discount: gamma.
/// - Returns: the table after the walk.
public func sarsaUpdated(
  values: [[Float]], states: [Int], actions: [Int], rewards: [Float], learningRate: Float,
  discount: Float
) -> [[Float]] {
  todo()
}
