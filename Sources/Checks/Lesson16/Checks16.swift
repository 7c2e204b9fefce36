/// The checks of lesson 16, Denoising diffusion in one dimension.
public enum Checks16 {
  static let chapter = "16-denoising-diffusion.md"

  /// Every exercise of the lesson, in order.
  static let all: [any AnyCheck] = [
    noiseSchedule, forwardJump, trainingPair, reverseStep, exactDenoiser,
  ]
}
