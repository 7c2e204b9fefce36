/// The checks of lesson 01.
public enum Checks01 {
  /// Every exercise of the lesson, in order.
  static let all: [any AnyCheck] = []
}
