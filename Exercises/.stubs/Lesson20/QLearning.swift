import ExerciseKit

/// Exercise 20.3 - The update of Q-learning.                           ** 20 minutes
///
/// One step was taken: in `state` the action, and it paid the reward and led to `next`. Move the
/// worth of that action towards the reward and what the best action there is worth. All other
/// values stay.
///
///     Q(s, a) <- Q(s, a) + eta (r + gamma max Q(s', .) - Q(s, a))
///
/// After the last step of a game there is no next state, and nothing more to expect.
///
///     qUpdated(
///       values: [[0, 2], [1, 3]], state: 0, action: 1, reward: 4, next: 1,
///       learningRate: 0.5, discount: 0.5)
///     // [[0, 3.75], [1, 3]]
///
/// - Parameters:
///   - values: Q, a row for each state, in it a value for each action.
///   - state: s.
///   - action: a.
///   - reward: r.
///   - next: s', or nil if the game has ended.
///   - learningRate: eta.
///   - discount: gamma.
/// - Returns: the new table.
public func qUpdated(
  values: [[Float]], state: Int, action: Int, reward: Float, next: Int?, learningRate: Float,
  discount: Float
) -> [[Float]] {
  todo()
}
