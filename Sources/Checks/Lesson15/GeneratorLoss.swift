import ExerciseKit
import Foundation

extension Checks15 {
  /// Exercise 15.2.
  static let generatorLoss = Check(
    "15.2", "The generator's loss", difficulty: 2, minutes: 20,
    file: "GeneratorLoss.swift", chapter: "15-gan.md", section: "The generator's loss",
    replaces: ["binaryCrossEntropy"],
    hints: [
      "The loss is the first term of 15.1, with forgeries where real examples were.",
      "The derivative of softplus(s) is sigmoid(s). What does the minus in softplus(-s) do to it?",
      "Each logit has its own slope, D - 1 with D = sigmoid(s), and a share 1 / n of the mean.",
    ],
    parts: [
      Part("the loss", points: 2, losses),
      Part("the gradient", points: 2, gradients),
    ],
    mistakes: [
      lossMistake("that is log(1 - D), the saturating loss: here -log D is wanted") { -soft($0) },
      lossMistake("that is the detective's term, -log(1 - D): the forger wants the contrary") {
        soft($0)
      },
      lossMistake("the sign: log D is to become large, so the loss is -log D") { -soft(-$0) },
      lossMistake("that is D, not -log D") { sigmoid($0) },
      lossMistake("e^-s overflows for very negative s: take out max(-s, 0) first") {
        log(1 + exp(-$0))
      },
      loss.mistake("a sum: divide by the number of forgeries") { logits in
        logits.reduce(0) { $0 + soft(-$1) }
      },
      gradientMistake("the sign: a larger logit lowers the loss, so every slope is negative") {
        s, n in sigmoid(-s) / n
      },
      gradientMistake("that is -D / n, as of the saturating loss: flat where help is needed") {
        s, n in -sigmoid(s) / n
      },
      gradientMistake("the loss is a mean: each slope has a share 1 / n") { s, _ in -sigmoid(-s) },
      gradientMistake("that is the slope by D: by the logit it is multiplied by D (1 - D)") {
        s, n in -1 / max(sigmoid(s), 1e-6) / n
      },
      gradientMistake("that is the slope of D itself, D (1 - D): the logarithm is missing") {
        s, n in -sigmoid(s) * sigmoid(-s) / n
      },
    ])

  private static let loss = Function("generatorLoss(forgedLogits:)", rightLoss)
  private static let slopes = Function("generatorLossGradient(forgedLogits:)", rightGradient)

  private static func lossMistake(
    _ likely: Text, _ term: @escaping @Sendable (Float) -> Float
  ) -> Mistake {
    loss.mistake(likely) { logits in
      logits.reduce(0) { $0 + term($1) } / Float(max(1, logits.count))
    }
  }

  private static func gradientMistake(
    _ likely: Text, _ slope: @escaping @Sendable (_ s: Float, _ n: Float) -> Float
  ) -> Mistake {
    slopes.mistake(likely) { logits in logits.map { slope($0, Float(logits.count)) } }
  }

  @Sendable private static func losses(_ judge: Judge) {
    judge.ask(loss, [0])
    judge.ask(loss, [2, -1, 0.5])
    judge.ask(loss, judge.generator.floats(7, in: -4...4))
    judge.ask(loss, [-100, 150, -3])
  }

  @Sendable private static func gradients(_ judge: Judge) {
    judge.ask(slopes, [0, 0])
    judge.ask(slopes, [1.5])
    judge.ask(slopes, [-2, 0.75, 3])
    judge.ask(slopes, judge.generator.floats(6, in: -4...4))
    judge.ask(slopes, [-90, 90])
  }

  @Sendable private static func rightLoss(_ logits: [Float]) -> Float {
    logits.reduce(0) { $0 + soft(-$1) } / Float(max(1, logits.count))
  }

  @Sendable private static func rightGradient(_ logits: [Float]) -> [Float] {
    logits.map { -sigmoid(-$0) / Float(logits.count) }
  }

  private static func soft(_ s: Float) -> Float { max(s, 0) + log(1 + exp(-abs(s))) }
  private static func sigmoid(_ s: Float) -> Float { 1 / (1 + exp(-s)) }
}
