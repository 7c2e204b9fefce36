/// The checks of lesson 06.
public enum Checks06 {
  /// Every exercise of the lesson, in order.
  static let all: [Check] = []

  static let chapter = "06-automatic-differentiation.md"
}
