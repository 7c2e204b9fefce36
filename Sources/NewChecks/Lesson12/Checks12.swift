/// The checks of lesson 12.
public enum Checks12 {
  /// Every exercise of the lesson, in order.
  static let all: [Check] = []

  static let chapter = "12-lstm.md"
}
