/// The checks of lesson 05, Backpropagation.
public enum Checks05 {
  /// Every exercise of the lesson, in order.
  static let all: [any AnyCheck] = [
    linearBackward, activationBackward, lossBackward, trainingStep, gradientCheck,
  ]
}
