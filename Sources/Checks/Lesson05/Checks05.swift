/// The checks of lesson 05, Backpropagation.
public enum Checks05 {
  /// Every exercise of the lesson, in order.
  static let all: [Check] = [
    linear, activationBackward, loss, wholeStep, gradientCheck,
  ]

  static let chapter = "05-backpropagation.md"
}
