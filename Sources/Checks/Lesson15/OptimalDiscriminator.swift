import ExerciseKit
import Foundation

extension Checks15 {
  /// Exercise 15.3.
  static let optimalDiscriminator = Check(
    "15.3", "The optimal discriminator", difficulty: 2, minutes: 25,
    file: "OptimalDiscriminator.swift", chapter: "15-gan.md",
    section: "The optimal discriminator",
    hints: [
      "At one place p and q are fixed numbers and D is the only unknown. Where is the slope 0?",
      "p / D = q / (1 - D): solve for D. Then think of the place where p and q are both 0.",
      "In gameValue, test p and q before taking a logarithm: 0 times minus infinity is no number.",
    ],
    parts: [
      Part("the best answers", points: 2, bestAnswers),
      Part("the value of the game", points: 1, values),
      Part("the value where something never happens", points: 1, emptyPlaces),
    ],
    mistakes: [
      bestMistake("q / (p + q) is the probability of a forgery: D is that of a real example") {
        ratio($1, $0)
      },
      bestMistake("0 / 0 where nothing ever lies: answer 0.5 there") { $0 / ($0 + $1) },
      bestMistake("where nothing ever lies the answer is 0.5, not 0") {
        $0 + $1 > 0 ? $0 / ($0 + $1) : 0
      },
      bestMistake("D is the share p / (p + q), not a hard verdict of 0 or 1") {
        $0 > $1 ? 1 : $0 < $1 ? 0 : 0.5
      },
      bestMistake("p / q are odds; wanted is the share of the real ones") {
        $1 > 0 ? $0 / $1 : 0.5
      },
      bestMistake("the probabilities themselves enter, not their squares") {
        ratio($0 * $0, $1 * $1)
      },
      value.mistake("the sign: V is the sum of the logarithms; minus V is the detective's loss") {
        -rightValue($0, $1, $2)
      },
      value.mistake("V is a mean already: p and q add up to 1, so nothing is divided by a count") {
        rightValue($0, $1, $2) / Float(max(1, $0.count))
      },
      value.mistake("the weights are missing: p before log D, q before log(1 - D)") {
        rightValue($0.map { $0 > 0 ? 1 : 0 }, $1.map { $0 > 0 ? 1 : 0 }, $2)
      },
      value.mistake("p belongs to log D and q to log(1 - D); yours has them exchanged") {
        rightValue($1, $0, $2)
      },
      value.mistake("0 times log 0 gave no number: leave a term out where its probability is 0") {
        real, forged, d in
        real.indices.reduce(0) { sum, i in
          sum + real[i] * log(d[i]) + forged[i] * log(1 - d[i])
        }
      },
      value.mistake("only the real half: the forgeries' term q log(1 - D) is missing") {
        rightValue($0, $1.map { _ in 0 }, $2)
      },
      value.mistake("log is the natural logarithm, not that of base 2") {
        rightValue($0, $1, $2) / log(2)
      },
    ])

  private static let best = Function("optimalDiscriminator(real:forged:)", rightBest)
  private static let value = Function("gameValue(real:forged:discriminator:)", rightValue)

  private static func bestMistake(
    _ likely: Text, _ answer: @escaping @Sendable (_ p: Float, _ q: Float) -> Float
  ) -> Mistake {
    best.mistake(likely) { real, forged in zip(real, forged).map(answer) }
  }

  @Sendable private static func bestAnswers(_ judge: Judge) {
    judge.ask(best, [0.75, 0.25, 0], [0.25, 0.25, 0.5])
    judge.ask(best, [0.2, 0.3, 0, 0.5], [0.6, 0.1, 0, 0.3])
    judge.ask(best, [1], [1])
    let (p, q) = (table(6, judge), table(6, judge))
    judge.ask(best, p, q)
  }

  @Sendable private static func values(_ judge: Judge) {
    judge.ask(value, [0.5, 0.5], [0.5, 0.5], [0.5, 0.5])
    judge.ask(value, [0.7, 0.2, 0.1], [0.1, 0.3, 0.6], [0.8, 0.45, 0.15])
    let (p, q) = (table(5, judge), table(5, judge))
    judge.ask(value, p, q, judge.generator.floats(5, in: 0.1...0.9))
  }

  @Sendable private static func emptyPlaces(_ judge: Judge) {
    judge.ask(value, [1, 0], [0, 1], [1, 0])
    judge.ask(value, [0.6, 0, 0.4], [0.3, 0.7, 0], [0.4, 0, 1])
    judge.ask(value, [0, 1], [0, 1], [0, 0.25])
    let p = table(3, judge)
    judge.ask(
      value, p + [0, 0], [0] + table(4, judge),
      [1] + judge.generator.floats(2, in: 0.2...0.8) + [0, 0])
  }

  /// Random probabilities that add up to 1.
  private static func table(
    _ count: Int, _ judge: Judge
  ) -> [Float] {
    let heights = judge.generator.floats(count, in: 0.1...1)
    let total = heights.reduce(0, +)
    return heights.map { $0 / total }
  }

  @Sendable private static func rightBest(_ real: [Float], _ forged: [Float]) -> [Float] {
    zip(real, forged).map { ratio($0, $1) }
  }

  private static func ratio(_ p: Float, _ q: Float) -> Float { p + q > 0 ? p / (p + q) : 0.5 }

  @Sendable private static func rightValue(
    _ real: [Float], _ forged: [Float], _ d: [Float]
  ) -> Float {
    var sum: Float = 0
    for i in real.indices {
      if real[i] > 0 { sum += real[i] * log(d[i]) }
      if forged[i] > 0 { sum += forged[i] * log(1 - d[i]) }
    }
    return sum
  }
}
