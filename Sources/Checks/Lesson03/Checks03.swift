/// The checks of lesson 03.
public enum Checks03 {
  /// Every exercise of the lesson, in order.
  static let all: [any AnyCheck] = []
}
