/// The checks of lesson 03.
public enum Checks03 {
  /// Every exercise of the lesson, in order.
  static let all: [Check] = []

  static let chapter = "03-xor-and-the-limits.md"
}
