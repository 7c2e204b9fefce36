import ExerciseKit
import Foundation

extension Checks15 {
  /// Exercise 15.3.
  static let optimalDiscriminator = Check(
    "15.3", "The optimal discriminator", difficulty: 2, minutes: 25,
    file: "OptimalDiscriminator.swift", chapter: chapter, section: "The optimal discriminator",
    hints: [
      "At one place p and q are fixed numbers and D is the only unknown. Where is the slope 0?",
      "p / D = q / (1 - D): solve for D. Then think of the place where p and q are both 0.",
      "In gameValue, test p and q before taking a logarithm: 0 times minus infinity is no number.",
    ],
    parts: [
      Part("the best answers", points: 2) { judge in
        judge.ask(best, [0.75, 0.25, 0], [0.25, 0.25, 0.5])
        judge.ask(best, [0.2, 0.3, 0, 0.5], [0.6, 0.1, 0, 0.3])
        judge.ask(best, [1], [1])
        judge.ask(best, [2e-6, 0.999998], [1e-6, 0.999999])
        let count = judge.generator.count(2...7)
        judge.ask(best, table(count, judge), table(count, judge))
      },
      Part("the value of the game", points: 1) { judge in
        judge.ask(value, [0.5, 0.5], [0.5, 0.5], [0.5, 0.5])
        judge.ask(value, [0.7, 0.2, 0.1], [0.1, 0.3, 0.6], [0.8, 0.45, 0.15])
        let count = judge.generator.count(2...6)
        let (p, q) = (table(count, judge), table(count, judge))
        judge.ask(value, p, q, judge.generator.floats(count, in: 0.1...0.9))
        judge.ask(value, [0.5, 0.5], [0.25, 0.75], [1e-12, 0.5])
      },
      Part("the value where something never happens", points: 1) { judge in
        judge.ask(value, [1, 0], [0, 1], [1, 0])
        judge.ask(value, [0.6, 0, 0.4], [0.3, 0.7, 0], [0.4, 0, 1])
        judge.ask(value, [0, 1], [0, 1], [0, 0.25])
        judge.ask(value, [0.6, 0, 0.4], [0.3, 0.7, 0], [0.4, 0.25, 0.8])
        let (p, q) = (table(3, judge), table(3, judge))
        judge.ask(
          value, [0] + p + [0], [0] + q + [0], [1] + judge.generator.floats(3, in: 0.1...0.9) + [0])
        judge.ask(value, [0] + p, q + [0], judge.generator.floats(4, in: 0.1...0.9))
      },
    ],
    mistakes: [
      best.mistake("q / (p + q) is the probability of a forgery: D is that of a real example") {
        each($0, $1) { ratio($1, $0) }
      },
      best.mistake("0 / 0 where nothing ever lies: answer 0.5 there") {
        each($0, $1) { $0 / ($0 + $1) }
      },
      best.mistake("where nothing ever lies the answer is 0.5, not 0") {
        each($0, $1) { $0 + $1 > 0 ? $0 / ($0 + $1) : 0 }
      },
      best.mistake("D is the share p / (p + q), not a hard verdict of 0 or 1") {
        each($0, $1) { $0 > $1 ? 1 : $0 < $1 ? 0 : 0.5 }
      },
      best.mistake("p / q are odds; wanted is the share of the real ones") {
        each($0, $1) { $1 > 0 ? $0 / $1 : 0.5 }
      },
      best.mistake("the probabilities themselves enter, not their squares") {
        each($0, $1) { ratio($0 * $0, $1 * $1) }
      },
      value.mistake("the sign: V is the sum of the logarithms; minus V is the detective's loss") {
        -sum($0, $1, $2)
      },
      value.mistake("V is a mean already: p and q add up to 1, so nothing is divided by a count") {
        sum($0, $1, $2) / Float($0.count)
      },
      value.mistake("the weights are missing: p before log D, q before log(1 - D)") {
        sum($0.map { $0 > 0 ? 1 : 0 }, $1.map { $0 > 0 ? 1 : 0 }, $2)
      },
      value.mistake("p belongs to log D and q to log(1 - D); yours has them exchanged") {
        sum($1, $0, $2)
      },
      value.mistake("0 times log 0 gave no number: leave a term out where its probability is 0") {
        real, forged, d in
        real.indices.reduce(0) { $0 + real[$1] * log(d[$1]) + forged[$1] * log(1 - d[$1]) }
      },
      value.mistake("a place with one of p and q 0 still counts: leave out one term, not both") {
        real, forged, d in
        let places = real.indices.filter { real[$0] > 0 && forged[$0] > 0 }
        return sum(places.map { real[$0] }, places.map { forged[$0] }, places.map { d[$0] })
      },
      value.mistake("nothing is to be added within a logarithm: leave out terms of probability 0") {
        real, forged, d in
        real.indices.reduce(0) {
          $0 + real[$1] * log(d[$1] + 1e-7) + forged[$1] * log(1 - d[$1] + 1e-7)
        }
      },
      value.mistake("only the real half: the forgeries' term q log(1 - D) is missing") {
        sum($0, $1.map { _ in 0 }, $2)
      },
      value.mistake("log is the natural logarithm, not that of base 2") {
        sum($0, $1, $2) / log(2)
      },
    ])

  // MARK: - The functions

  private static let best = Function("optimalDiscriminator(real:forged:)") {
    (real: [Float], forged: [Float]) -> [Float] in each(real, forged) { ratio($0, $1) }
  }

  private static let value = Function("gameValue(real:forged:discriminator:)") {
    (real: [Float], forged: [Float], d: [Float]) -> Float in sum(real, forged, d)
  }

  private static func each(
    _ real: [Float], _ forged: [Float], _ answer: (_ p: Float, _ q: Float) -> Float
  ) -> [Float] {
    zip(real, forged).map { answer($0, $1) }
  }

  private static func ratio(_ p: Float, _ q: Float) -> Float { p + q > 0 ? p / (p + q) : 0.5 }

  private static func sum(_ real: [Float], _ forged: [Float], _ d: [Float]) -> Float {
    var sum: Float = 0
    for i in real.indices {
      if real[i] > 0 { sum += real[i] * log(d[i]) }
      if forged[i] > 0 { sum += forged[i] * log(1 - d[i]) }
    }
    return sum
  }

  /// Random probabilities that add up to 1.
  private static func table(_ count: Int, _ judge: Judge) -> [Float] {
    let heights = judge.generator.floats(count, in: 0.1...1)
    let total = heights.reduce(0, +)
    return heights.map { $0 / total }
  }
}
