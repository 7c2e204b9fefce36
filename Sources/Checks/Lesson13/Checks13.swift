/// The checks of lesson 13, Attention.
public enum Checks13 {
  /// Every exercise of the lesson, in order.
  static let all: [Check] = [
    scaledDotProduct, causalMask, multiHead, positionalEncoding, layerNormalization,
  ]

  static let chapter = "13-attention.md"

  /// Rows of random numbers.
  static func rows(
    _ count: Int, _ size: Int, _ generator: inout SeededGenerator
  ) -> [[Float]] {
    (0..<count).map { _ in generator.floats(size, in: -2...2) }
  }
}
