/// The checks of lesson 15, Generative adversarial networks.
public enum Checks15 {
  /// Every exercise of the lesson, in order.
  static let all: [Check] = [
    discriminatorLoss, generatorLoss, optimalDiscriminator, alternateSteps, modeCounter,
  ]

  static let chapter = "15-gan.md"
}
