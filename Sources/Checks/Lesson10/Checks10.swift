/// The checks of lesson 10, Going deeper.
public enum Checks10 {
  /// Every exercise of the lesson, in order.
  static let all: [Check] = [
    batchNormalization, batchNormBackward, residual, shiftAndFlip, transfer,
  ]

  static let chapter = "10-going-deeper.md"
}
