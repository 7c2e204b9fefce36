/// The checks of lesson 04, The multilayer perceptron.
public enum Checks04 {
  /// Every exercise of the lesson, in order.
  static let all: [Check] = [
    denseForward, activations, stableSoftmax, crossEntropyLoss, tentMapWeights,
  ]

  static let chapter = "04-multilayer-perceptron.md"
}
