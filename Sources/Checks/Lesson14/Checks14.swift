/// The checks of lesson 14, Autoencoders.
public enum Checks14 {
  /// Every exercise of the lesson, in order.
  static let all: [Check] = [
    powerIteration, tiedAutoencoder, corruption, reparametrisation, divergence,
  ]

  static let chapter = "14-autoencoder-and-vae.md"
}
