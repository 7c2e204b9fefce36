/// The checks of lesson 15.
public enum Checks15 {
  /// Every exercise of the lesson, in order.
  static let all: [Check] = []

  static let chapter = "15-gan.md"
}
