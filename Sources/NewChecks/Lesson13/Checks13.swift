/// The checks of lesson 13.
public enum Checks13 {
  /// Every exercise of the lesson, in order.
  static let all: [Check] = []

  static let chapter = "13-attention.md"
}
