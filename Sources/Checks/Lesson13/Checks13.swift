/// The checks of lesson 13, Attention.
public enum Checks13 {
  static let chapter = "13-attention.md"

  /// Every exercise of the lesson, in order.
  static let all: [any AnyCheck] = [
    scaledDotProduct, causalMask, multiHead, positionalEncoding, layerNormalization,
  ]

  /// Rows of random numbers.
  static func rows(
    _ count: Int, _ size: Int, _ generator: inout SeededGenerator
  ) -> [[Float]] {
    (0..<count).map { _ in generator.floats(size, in: -2...2) }
  }
}
