/// The checks of lesson 01.
public enum Checks01 {
  /// Every exercise of the lesson, in order.
  static let all: [Check] = []

  static let chapter = "01-mcculloch-pitts-neuron.md"
}
