/// The checks of lesson 06, Automatic differentiation.
public enum Checks06 {
  /// Every exercise of the lesson, in order.
  static let all: [Check] = [
    scalarEngine, backwardOrder, moreFunctions, dualNumbers, logisticRegression,
  ]

  static let chapter = "06-automatic-differentiation.md"
}
