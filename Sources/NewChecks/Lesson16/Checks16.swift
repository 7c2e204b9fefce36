/// The checks of lesson 16.
public enum Checks16 {
  /// Every exercise of the lesson, in order.
  static let all: [Check] = []

  static let chapter = "16-denoising-diffusion.md"
}
