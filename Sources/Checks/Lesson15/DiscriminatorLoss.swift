import ExerciseKit
import Foundation

extension Checks15 {
  /// The function of exercise 15.1.
  public typealias DiscriminatorLoss =
    @Sendable (_ realLogits: [Float], _ forgedLogits: [Float]) -> Float

  /// Exercise 15.1.
  public static let discriminatorLoss = Check<DiscriminatorLoss>(
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
      Mistake("the signs are exchanged: real examples want a large logit, forgeries a small one") {
        real, forged in
        mean(real) { soft($0) } + mean(forged) { soft(-$0) }
      },
      Mistake("forgeries are treated as real: their term is -log(1 - D), softplus of plus s") {
        real, forged in
        mean(real) { soft(-$0) } + mean(forged) { soft(-$0) }
      },
      Mistake("that is V itself, which the detective makes large; its loss is minus that") {
        real, forged in
        -right(real, forged)
      },
      Mistake("one mean over all logits: each kind has its own mean, and the two are added") {
        real, forged in
        let total = real.reduce(0) { $0 + soft(-$1) } + forged.reduce(0) { $0 + soft($1) }
        return total / Float(real.count + forged.count)
      },
      Mistake("the sum of the two means is wanted, not the half of it") { real, forged in
        right(real, forged) / 2
      },
      Mistake("sums in place of means: divide each by its own count") { real, forged in
        real.reduce(0) { $0 + soft(-$1) } + forged.reduce(0) { $0 + soft($1) }
      },
      Mistake("the logits are no probabilities: D = sigmoid(s) comes before the logarithm") {
        real, forged in
        -mean(real) { log(max($0, 1e-7)) } - mean(forged) { log(max(1 - $0, 1e-7)) }
      },
      Mistake("e^s overflows for large s: take out max(s, 0) first, as the specification says") {
        real, forged in
        mean(real) { log(1 + exp(-$0)) } + mean(forged) { log(1 + exp($0)) }
      },
      Mistake("sigmoid rounds to 0 or 1 for large s, and the logarithm of 0 is infinite") {
        real, forged in
        -mean(real) { log(1 / (1 + exp(-$0))) } - mean(forged) { log(1 - 1 / (1 + exp(-$0))) }
      },
    ])

  @Sendable private static func moderate(_ judge: Judge<DiscriminatorLoss>) {
    ask(judge, [0, 0], [0])
    ask(judge, [2, -1, 0.5], [1.5])
    ask(judge, [-0.25], [3, -2])
    ask(judge, judge.generator.floats(5, in: -3...3), judge.generator.floats(3, in: -3...3))
  }

  @Sendable private static func extreme(_ judge: Judge<DiscriminatorLoss>) {
    ask(judge, [-20, 3], [22])
    ask(judge, [200, -150], [120, -300, 1])
  }

  private static func ask(
    _ judge: Judge<DiscriminatorLoss>, _ real: [Float], _ forged: [Float]
  ) {
    judge.ask(
      "discriminatorLoss(realLogits: \(real), forgedLogits: \(forged))",
      expect: right(real, forged)
    ) { $0(real, forged) }
  }

  private static func right(_ real: [Float], _ forged: [Float]) -> Float {
    mean(real) { soft(-$0) } + mean(forged) { soft($0) }
  }

  private static func mean(_ logits: [Float], _ term: (Float) -> Float) -> Float {
    logits.reduce(0) { $0 + term($1) } / Float(max(1, logits.count))
  }

  private static func soft(_ s: Float) -> Float { max(s, 0) + log(1 + exp(-abs(s))) }
}
