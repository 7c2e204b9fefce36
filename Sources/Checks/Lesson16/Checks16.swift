/// The checks of lesson 16, Denoising diffusion.
public enum Checks16 {
  /// Every exercise of the lesson, in order.
  static let all: [Check] = [noiseSchedule, forwardJump, trainingPair, reverseStep, exactDenoiser]

  static let chapter = "16-denoising-diffusion.md"
}
