import ExerciseKit
import Foundation

extension Checks15 {
  /// Exercise 15.1.
  static let detective = Check(
    "15.1", "The discriminator's loss", difficulty: 1, minutes: 15,
    file: "DiscriminatorLoss.swift", chapter: "15-gan.md", section: "The discriminator's loss",
    replaces: ["binaryCrossEntropy"],
    hints: [
      "Two means: one over the real logits, one over the forged ones. Then their sum.",
      "Write softplus as a function of its own, in the form that never takes e of a large number.",
      "A real example adds softplus of minus its logit, a forgery softplus of its logit.",
    ],
    parts: [
      Part("moderate logits", points: 2, moderate),
      Part("logits of any size", points: 1, extreme),
    ],
    mistakes: [
      discriminatorLoss.mistake(
        "the signs are exchanged: real examples want a large logit, forgeries a small one"
      ) {
        real, forged in
        mean(real) { soft($0) } + mean(forged) { soft(-$0) }
      },
      discriminatorLoss.mistake(
        "forgeries are treated as real: their term is -log(1 - D), softplus of plus s"
      ) {
        real, forged in
        mean(real) { soft(-$0) } + mean(forged) { soft(-$0) }
      },
      discriminatorLoss.mistake(
        "that is V itself, which the detective makes large; its loss is minus that"
      ) {
        real, forged in
        -right(real, forged)
      },
      discriminatorLoss.mistake(
        "one mean over all logits: each kind has its own mean, and the two are added"
      ) {
        real, forged in
        let total = real.reduce(0) { $0 + soft(-$1) } + forged.reduce(0) { $0 + soft($1) }
        return total / Float(real.count + forged.count)
      },
      discriminatorLoss.mistake("the sum of the two means is wanted, not the half of it") {
        real, forged in
        right(real, forged) / 2
      },
      discriminatorLoss.mistake("sums in place of means: divide each by its own count") {
        real, forged in
        real.reduce(0) { $0 + soft(-$1) } + forged.reduce(0) { $0 + soft($1) }
      },
      discriminatorLoss.mistake(
        "the logits are no probabilities: D = sigmoid(s) comes before the logarithm"
      ) {
        real, forged in
        -mean(real) { log(max($0, 1e-7)) } - mean(forged) { log(max(1 - $0, 1e-7)) }
      },
      discriminatorLoss.mistake(
        "e^s overflows for large s: take out max(s, 0) first, as the specification says"
      ) {
        real, forged in
        mean(real) { log(1 + exp(-$0)) } + mean(forged) { log(1 + exp($0)) }
      },
      discriminatorLoss.mistake(
        "sigmoid rounds to 0 or 1 for large s, and the logarithm of 0 is infinite"
      ) {
        real, forged in
        -mean(real) { log(1 / (1 + exp(-$0))) } - mean(forged) { log(1 - 1 / (1 + exp(-$0))) }
      },
    ])

  private static let discriminatorLoss = Function(
    "discriminatorLoss(realLogits:forgedLogits:)", right)

  @Sendable private static func moderate(_ judge: Judge) {
    judge.ask(discriminatorLoss, [0, 0], [0])
    judge.ask(discriminatorLoss, [2, -1, 0.5], [1.5])
    judge.ask(discriminatorLoss, [-0.25], [3, -2])
    judge.ask(
      discriminatorLoss, judge.generator.floats(5, in: -3...3),
      judge.generator.floats(3, in: -3...3))
  }

  @Sendable private static func extreme(_ judge: Judge) {
    judge.ask(discriminatorLoss, [-20, 3], [22])
    judge.ask(discriminatorLoss, [200, -150], [120, -300, 1])
  }

  @Sendable private static func right(_ real: [Float], _ forged: [Float]) -> Float {
    mean(real) { soft(-$0) } + mean(forged) { soft($0) }
  }

  private static func mean(_ logits: [Float], _ term: (Float) -> Float) -> Float {
    logits.reduce(0) { $0 + term($1) } / Float(max(1, logits.count))
  }

  private static func soft(_ s: Float) -> Float { max(s, 0) + log(1 + exp(-abs(s))) }
}
