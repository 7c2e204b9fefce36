/// The checks of lesson 11, Recurrent networks.
public enum Checks11 {
  /// Every exercise of the lesson, in order.
  static let all: [Check] = [recurrentStep, unroll, backThroughTime, clipByNorm, temperature]

  static let chapter = "11-recurrent-networks.md"
}
