import LessonKit
import MiniTensor

/// Lesson 16 - Denoising diffusion in one dimension: learn to undo noise, and noise becomes data.
@main
struct Lesson16: Lesson {
  static let card = LessonCard(
    number: 16, title: "Denoising diffusion in one dimension", years: "2015-2020",
    people: """
      Jascha Sohl-Dickstein, Eric Weiss, Niru Maheswaranathan and Surya Ganguli; Yang Song and \
      Stefano Ermon; Jonathan Ho, Ajay Jain and Pieter Abbeel; Jiaming Song and Chenlin Meng
      """,
    summary: """
      Destroying is easy: add a little noise, a thousand times. A network that undoes one small \
      step can undo them all, and turns pure noise into data. In one dimension the perfect answer \
      has a formula, so we can see how close the network comes.
      """,
    settings: [
      .number("last-beta", default: 0.02, in: 0.0005...0.1, "the noise that the last step adds"),
      .integer(
        "learning-steps", default: 15_000, in: 100...30_000,
        "steps of the denoiser; with --quick 5,000 at most"),
      .number("learning-rate", default: 0.003, in: 0...1, "first step of the denoiser"),
    ],
    exercises: 5, chapter: "16-denoising-diffusion.md")

  static func teach(on board: Board) throws {
    var random = RandomGenerator(seed: board.seed)
    let hills = Experiment(lastBeta: board.setting("last-beta"))
    forget(hills, board, using: &random)
    knowTheBestAnswer(hills, board)
    let denoiser = learnToDenoise(hills, board, using: &random)
    walkBack(hills, denoiser, board, using: &random)
    takeFewerSteps(hills, denoiser, board, using: &random)
    bringBackTheHeartbeat(board, using: &random)
    rollTheStrip(board, using: &random)
  }
}

/// What sections 1 to 5 share: three hills of data, the noise, and the best denoiser there is.
struct Experiment: Sendable {
  let data = GaussianMixture.threeHills
  let schedule: NoiseSchedule
  let exact: ExactDenoiser

  init(lastBeta: Double) {
    schedule = NoiseSchedule(to: lastBeta)
    exact = ExactDenoiser(data: data, schedule: schedule)
  }

  /// **Shape** -> [rows, 1].
  func clean(_ rows: Int, using generator: inout RandomGenerator) -> Tensor {
    Tensor((0..<rows).map { _ in data.sample(using: &generator) }, shape: [rows, 1])
  }
}
