import ExerciseKit

/// Exercise 20.5 - The replay buffer, first part: remember.            ** 30 minutes
///
/// A memory of fixed size. While there is room, what is new goes to the end; then it takes the
/// place of the oldest, and the places go round and round. Here experiences are known by their
/// numbers.
///
///     remembered([7, 8, 9, 5, 6], capacity: 3)    // [5, 6, 9]: 5 took the place of 7, 6 that of 8
///
/// - Parameters:
///   - experiences: their numbers, in the order in which they were lived; there may be none.
///   - capacity: how many places there are, at least 1.
/// - Returns: what lies in the places at the end.
public func remembered(_ experiences: [Int], capacity: Int) -> [Int] {
  todo()
}

/// Exercise 20.5 - The replay buffer, second part: draw a batch.
///
/// Every place has an equal share of 0 ..< 1; each number picks one, and a place may come twice.
///
///     replayBatch(memory: [5, 6, 9], picks: [0.1, 0.9, 0.5, 0.95])    // [5, 9, 6, 9]
///
/// - Parameters:
///   - memory: what lies in the places, at least one.
///   - picks: from 0 up to, not including, 1; there may be none.
/// - Returns: what was drawn, in the order of the picks.
public func replayBatch(memory: [Int], picks: [Float]) -> [Int] {
  todo()
}

/// Exercise 20.5 - The replay buffer, third part: what the network should say.
///
/// For each experience of the batch the goal of its action: r + gamma max Q_old(s', .), and only r
/// where the game had ended.
///
///     replayGoals(
///       rewards: [0, 1], nextValues: [[0.5, 2], [3, 4]], isLast: [false, true], discount: 0.5)
///     // [1, 1]
///
/// - Parameters:
///   - rewards: r of each experience.
///   - nextValues: for each what the older copy of the network says of the next picture's actions.
///   - isLast: for each whether the game ended with it; its next values mean nothing then.
///   - discount: gamma.
/// - Returns: the goals, as many.
public func replayGoals(
  rewards: [Float], nextValues: [[Float]], isLast: [Bool], discount: Float
) -> [Float] {
  todo()
}
