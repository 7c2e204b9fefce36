/// The checks of lesson 05.
public enum Checks05 {
  /// Every exercise of the lesson, in order.
  static let all: [Check] = []

  static let chapter = "05-backpropagation.md"
}
