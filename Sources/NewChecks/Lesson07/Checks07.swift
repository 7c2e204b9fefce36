/// The checks of lesson 07.
public enum Checks07 {
  /// Every exercise of the lesson, in order.
  static let all: [Check] = []

  static let chapter = "07-optimizers-and-initialization.md"
}
