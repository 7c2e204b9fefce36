/// The checks of lesson 02, The perceptron.
public enum Checks02 {
  /// Every exercise of the lesson, in order.
  static let all: [any AnyCheck] = [
    prediction, updateRule, training, margin, manyClasses,
  ]
}
