/// The checks of lesson 04.
public enum Checks04 {
  /// Every exercise of the lesson, in order.
  static let all: [Check] = []

  static let chapter = "04-multilayer-perceptron.md"
}
