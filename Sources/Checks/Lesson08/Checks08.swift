/// The checks of lesson 08, Generalization.
public enum Checks08 {
  /// Every exercise of the lesson, in order.
  static let all: [any AnyCheck] = [
    split, normalization, weightDecay, invertedDropout, earlyStopping,
  ]
}
