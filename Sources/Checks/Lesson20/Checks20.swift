/// The checks of lesson 20, Learning from reward.
public enum Checks20 {
  /// Every exercise of the lesson, in order.
  static let all: [Check] = [epsilonGreedy, returns, qLearning, sarsa, replayBuffer]

  static let chapter = "20-learning-from-reward.md"

  /// The place of the greatest value, of several the first.
  static func firstGreatest(_ values: [Float]) -> Int {
    var place = 0
    for index in values.indices where values[index] > values[place] { place = index }
    return place
  }
}
