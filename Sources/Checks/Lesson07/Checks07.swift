/// The checks of lesson 07, Optimizers and initialization.
public enum Checks07 {
  /// Every exercise of the lesson, in order.
  static let all: [Check] = [
    momentum, rmsProp, adam, firstWeights, schedule,
  ]

  static let chapter = "07-optimizers-and-initialization.md"
}
