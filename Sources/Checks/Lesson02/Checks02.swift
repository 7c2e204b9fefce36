/// The checks of lesson 02, The perceptron.
public enum Checks02 {
  /// Every exercise of the lesson, in order.
  static let all: [Check] = [
    prediction, updateRule, training, margin, manyClasses,
  ]

  static let chapter = "02-perceptron.md"
}
