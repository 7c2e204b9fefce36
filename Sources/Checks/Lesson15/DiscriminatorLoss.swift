import ExerciseKit
import Foundation

extension Checks15 {
  /// Exercise 15.1.
  static let discriminatorLoss = Check(
    "15.1", "The discriminator's loss", difficulty: 2, minutes: 30,
    file: "DiscriminatorLoss.swift", chapter: chapter, section: "The discriminator's loss",
    replaces: ["binaryCrossEntropy"],
    hints: [
      "Two means: one over the real logits, one over the forged ones. Then their sum.",
      "Write softplus as a function of its own, in the form that never takes e of a large number.",
      "A real example adds softplus of minus its logit, a forgery softplus of its logit.",
      """
      The slope of softplus(s) is D = sigmoid(s), and that of softplus(-s) is D - 1. How much of \
      each is in the term of one example? And the mean divides by how many?
      """,
      """
      1 - sigmoid(s) is sigmoid(-s), and only the second keeps its digits for large s. sigmoid \
      itself comes in two forms: one for s above 0, one for s below, and neither takes e of a \
      large number.
      """,
    ],
    parts: [
      Part("moderate logits", points: 2) { judge in
        judge.ask(loss, [0, 0], [0])
        judge.ask(loss, [2, -1, 0.5], [1.5])
        judge.ask(loss, [-0.25], [3, -2])
        for _ in 0..<2 {
          let (real, forged) = (judge.generator.count(1...6), judge.generator.count(1...6))
          judge.ask(
            loss, judge.generator.floats(real, in: -3...3),
            judge.generator.floats(forged, in: -3...3))
        }
      },
      Part("logits of any size", points: 1) { judge in
        judge.ask(loss, [-20, 3], [22])
        judge.ask(loss, [200, -150], [120, -300, 1])
        judge.ask(
          loss, judge.generator.floats(3, in: -200...(-100)),
          judge.generator.floats(2, in: 100...200))
        judge.ask(loss, [1000], [-1000, -2000])
      },
      Part("the slopes", points: 1) { judge in askSlopes(judge) },
      Part("smoothed labels", points: 1) { judge in askSmoothed(judge) },
    ],
    mistakes: lossMistakes + slopeMistakes)

  private static let lossMistakes: [Mistake] = [
    loss.mistake(
      "the signs are exchanged: real examples want a large logit, forgeries a small one"
    ) { mean($0) { soft($0) } + mean($1) { soft(-$0) } },
    loss.mistake("real examples are treated as forgeries: their term is softplus of minus s") {
      mean($0) { soft($0) } + mean($1) { soft($0) }
    },
    loss.mistake("forgeries are treated as real: their term is -log(1 - D), softplus of plus s") {
      mean($0) { soft(-$0) } + mean($1) { soft(-$0) }
    },
    loss.mistake("that is V itself, which the detective makes large; its loss is minus that") {
      -sum($0, $1)
    },
    loss.mistake("one mean over all logits: each kind has its own mean, and the two are added") {
      real, forged in
      let total = real.reduce(0) { $0 + soft(-$1) } + forged.reduce(0) { $0 + soft($1) }
      return total / Float(real.count + forged.count)
    },
    loss.mistake("the sum of the two means is wanted, not the half of it") { sum($0, $1) / 2 },
    loss.mistake("sums in place of means: divide each by its own count") {
      $0.reduce(0) { $0 + soft(-$1) } + $1.reduce(0) { $0 + soft($1) }
    },
    loss.mistake("the logits are no probabilities: D = sigmoid(s) comes before the logarithm") {
      -mean($0) { log(max($0, 1e-7)) } - mean($1) { log(max(1 - $0, 1e-7)) }
    },
    loss.mistake("e^s overflows for large s: take out max(s, 0) first, as the specification says") {
      mean($0) { log(1 + exp(-$0)) } + mean($1) { log(1 + exp($0)) }
    },
    loss.mistake("sigmoid rounds to 0 or 1 for large s, and the logarithm of 0 is infinite") {
      -mean($0) { log(1 / (1 + exp(-$0))) } - mean($1) { log(1 - 1 / (1 + exp(-$0))) }
    },
  ]

  private static let loss = Function("discriminatorLoss(realLogits:forgedLogits:)") {
    (real: [Float], forged: [Float]) -> Float in sum(real, forged)
  }

  private static func sum(_ real: [Float], _ forged: [Float]) -> Float {
    mean(real) { soft(-$0) } + mean(forged) { soft($0) }
  }

  private static func mean(_ logits: [Float], _ term: (Float) -> Float) -> Float {
    logits.reduce(0) { $0 + term($1) } / Float(logits.count)
  }

  private static func soft(_ s: Float) -> Float { max(s, 0) + log(1 + exp(-abs(s))) }
}
