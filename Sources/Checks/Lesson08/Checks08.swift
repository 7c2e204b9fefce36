/// The checks of lesson 08, Generalization.
public enum Checks08 {
  /// Every exercise of the lesson, in order.
  static let all: [Check] = [
    split, normalization, weightDecay, invertedDropout, earlyStopping,
  ]

  static let chapter = "08-generalization.md"
}
