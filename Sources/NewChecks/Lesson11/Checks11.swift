/// The checks of lesson 11.
public enum Checks11 {
  /// Every exercise of the lesson, in order.
  static let all: [Check] = []

  static let chapter = "11-recurrent-networks.md"
}
