/// The checks of lesson 13, Attention.
public enum Checks13 {
  /// Every exercise of the lesson, in order.
  static let all: [Check] = [
    scaledDotProduct, causalMask, multiHead, positionalEncoding, layerNormalization,
  ]

  static let chapter = "13-attention.md"
}
