/// The checks of lesson 12, The long short-term memory.
public enum Checks12 {
  /// Every exercise of the lesson, in order.
  static let all: [Check] = [
    memoryStep, memoryStepBackward, gatedStep, reberGrammar, truncatedSlopes,
  ]

  static let chapter = "12-lstm.md"
}
