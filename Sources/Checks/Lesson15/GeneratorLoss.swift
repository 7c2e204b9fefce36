import ExerciseKit
import Foundation

extension Checks15 {
  /// Exercise 15.2.
  static let generatorLoss = Check(
    "15.2", "The generator's loss", difficulty: 2, minutes: 20,
    file: "GeneratorLoss.swift", chapter: chapter, section: "The generator's loss",
    replaces: ["binaryCrossEntropy"],
    hints: [
      "The loss is the first term of 15.1, with forgeries where real examples were.",
      "The derivative of softplus(s) is sigmoid(s). What does the minus in softplus(-s) do to it?",
      "Each logit has its own slope, D - 1 with D = sigmoid(s), and a share 1 / n of the mean.",
    ],
    parts: [
      Part("the loss", points: 2) { judge in
        judge.ask(loss, [0])
        judge.ask(loss, [2, -1, 0.5])
        judge.ask(loss, judge.generator.floats(judge.generator.count(2...8), in: -4...4))
        judge.ask(loss, [-100, 150, -3])
        judge.ask(loss, judge.generator.floats(2, in: -300...(-100)))
      },
      Part("the gradient", points: 2) { judge in
        judge.ask(gradient, [0, 0])
        judge.ask(gradient, [1.5])
        judge.ask(gradient, [-2, 0.75, 3])
        judge.ask(gradient, judge.generator.floats(judge.generator.count(2...8), in: -4...4))
        judge.ask(gradient, [-90, 90])
        judge.ask(gradient, [judge.generator.floats(1, in: 100...300)[0], -200])
      },
    ],
    mistakes: [
      loss.mistake("that is log(1 - D), the saturating loss: here -log D is wanted") {
        mean($0) { -soft($0) }
      },
      loss.mistake("that is the detective's term, -log(1 - D): the forger wants the contrary") {
        mean($0) { soft($0) }
      },
      loss.mistake("the sign: log D is to become large, so the loss is -log D") {
        mean($0) { -soft(-$0) }
      },
      loss.mistake("that is D, not -log D") { mean($0) { sigmoid($0) } },
      loss.mistake("e^-s overflows for very negative s: take out max(-s, 0) first") {
        mean($0) { log(1 + exp(-$0)) }
      },
      loss.mistake("a sum: divide by the number of forgeries") {
        $0.reduce(0) { $0 + soft(-$1) }
      },
      gradient.mistake("the sign: a larger logit lowers the loss, so every slope is negative") {
        slopes($0) { s, n in sigmoid(-s) / n }
      },
      gradient.mistake("that is -D / n, as of the saturating loss: flat where help is needed") {
        slopes($0) { s, n in -sigmoid(s) / n }
      },
      gradient.mistake("the loss is a mean: each slope has a share 1 / n") {
        slopes($0) { s, _ in -sigmoid(-s) }
      },
      gradient.mistake("that is the slope by D: by the logit it is multiplied by D (1 - D)") {
        slopes($0) { s, n in -1 / sigmoid(s) / n }
      },
      gradient.mistake("that is the slope of D itself, D (1 - D): the logarithm is missing") {
        slopes($0) { s, n in -sigmoid(s) * sigmoid(-s) / n }
      },
      gradient.mistake(
        "e^-s / (1 + e^-s) is infinity by infinity for very negative s: 1 / (1 + e^s)"
      ) { slopes($0) { s, n in -exp(-s) / (1 + exp(-s)) / n } },
    ])

  // MARK: - The functions

  private static let loss = Function("generatorLoss(forgedLogits:)") {
    (logits: [Float]) -> Float in mean(logits) { soft(-$0) }
  }

  private static let gradient = Function("generatorLossGradient(forgedLogits:)") {
    (logits: [Float]) -> [Float] in slopes(logits) { s, n in -sigmoid(-s) / n }
  }

  private static func mean(_ logits: [Float], _ term: (Float) -> Float) -> Float {
    logits.reduce(0) { $0 + term($1) } / Float(logits.count)
  }

  private static func slopes(
    _ logits: [Float], _ slope: (_ s: Float, _ n: Float) -> Float
  ) -> [Float] {
    logits.map { slope($0, Float(logits.count)) }
  }

  private static func soft(_ s: Float) -> Float { max(s, 0) + log(1 + exp(-abs(s))) }

  private static func sigmoid(_ s: Float) -> Float { 1 / (1 + exp(-s)) }
}
