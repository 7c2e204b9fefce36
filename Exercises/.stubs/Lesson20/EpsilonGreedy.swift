import ExerciseKit

/// Exercise 20.1 - Epsilon-greedy.                                     * 10 minutes
///
/// Which action? With probability epsilon any of them, else the one that is worth most so far. The
/// chance comes from outside, as two numbers, so that the same numbers always give the same action:
///
///     chance <  epsilon    explore: pick says which one, each having an equal share of 0 ..< 1
///     chance >= epsilon    exploit: the action of the greatest value, of several the first
///
///     epsilonGreedy(values: [0.5, 2, 1], epsilon: 0.1, chance: 0.7, pick: 0.9)     // 1
///     epsilonGreedy(values: [0.5, 2, 1], epsilon: 0.1, chance: 0.05, pick: 0.9)    // 2
///
/// - Parameters:
///   - values: what each action is worth so far, at least one.
///   - epsilon: from 0 to 1.
///   - chance: from 0 up to, not including, 1: decides whether to explore.
///   - pick: from 0 up to, not including, 1: decides which action when exploring.
/// - Returns: the action's place in `values`.
public func epsilonGreedy(values: [Float], epsilon: Float, chance: Float, pick: Float) -> Int {
  todo()
}
