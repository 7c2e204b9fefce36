/// The checks of lesson 14.
public enum Checks14 {
  /// Every exercise of the lesson, in order.
  static let all: [Check] = []

  static let chapter = "14-autoencoder-and-vae.md"
}
