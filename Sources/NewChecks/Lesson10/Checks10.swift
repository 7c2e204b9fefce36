/// The checks of lesson 10.
public enum Checks10 {
  /// Every exercise of the lesson, in order.
  static let all: [Check] = []

  static let chapter = "10-going-deeper.md"
}
