import ExerciseKit
import Foundation

extension Checks14 {
  /// Exercise 14.5.
  static let divergence = Check(
    "14.5", "The KL term", difficulty: 2, minutes: 20,
    file: "Divergence.swift", chapter: chapter, section: "The bound",
    hints: [
      "The encoder says l = log s^2. Which of the four terms need s^2 itself, and which is l?",
      "Sum over the numbers of the code; there is no mean anywhere in the formula.",
      "Derive term by term: mu^2 by mu; then e^l and -l by l. The 1/2 stays in front.",
    ],
    parts: [
      Part("the term", points: 2) { judge in
        for (mean, logVariance) in cases(judge) { judge.ask(term, mean, logVariance) }
      },
      Part("its slopes", points: 2) { judge in
        for (mean, logVariance) in cases(judge) { judge.ask(slopes, mean, logVariance) }
      },
    ],
    mistakes: [
      term.mistake("the half in front is missing") { half($0, $1) * 2 },
      term.mistake("the sum over the numbers of the code is wanted, not the mean") {
        half($0, $1) / Float(max(1, $0.count))
      },
      term.mistake("log s^2 is given, not s: s^2 is e to that power, without squaring again") {
        half($0, $1) { mu, l in mu * mu + exp(2 * l) - 1 - l }
      },
      term.mistake("yours has the width s where its square is meant") {
        half($0, $1) { mu, l in mu * mu + exp(l / 2) - 1 - l }
      },
      term.mistake("the sign: KL is never negative") { -half($0, $1) },
      term.mistake("the 1 is missing: for mu = 0 and s = 1 nothing is left") {
        half($0, $1) { mu, l in mu * mu + exp(l) - l }
      },
      term.mistake("the centre counts with its square") {
        half($0, $1) { mu, l in mu + exp(l) - 1 - l }
      },
      term.mistake("log s^2 is a logarithm already: yours takes another, or leaves it out") {
        half($0, $1) { mu, l in mu * mu + exp(l) - 1 }
      },
      term.mistake("e^l underflows, and its logarithm is infinite: log s^2 is l itself") {
        half($0, $1) { mu, l in mu * mu + exp(l) - 1 - log(exp(l)) }
      },
      slopes.mistake("mu: the half cancels the 2 of the square") { mu, l in
        (mu.map { 2 * $0 }, slope(l))
      },
      slopes.mistake("mu: the half and the 2 of the square cancel, so mu itself is left") { mu, l in
        (mu.map { $0 / 2 }, slope(l))
      },
      slopes.mistake("log s^2: the half in front is still there") { mu, l in
        (mu, l.map { exp($0) - 1 })
      },
      slopes.mistake("log s^2: the derivative of -log s^2 is -1; it is missing") { mu, l in
        (mu, l.map { exp($0) / 2 })
      },
      slopes.mistake("that is the slope by s: here log s^2 is what the encoder says") { mu, l in
        (mu, l.map { exp($0 / 2) - exp(-$0 / 2) })
      },
      slopes.mistake("that is the slope by s^2: by its logarithm it is multiplied by s^2") {
        mu, l in
        (mu, l.map { (1 - exp(-$0)) / 2 })
      },
      slopes.mistake("KL is a sum: its slopes are not divided by the length of the code") { mu, l in
        let count = Float(mu.count)
        return (mu.map { $0 / count }, slope(l).map { $0 / count })
      },
    ])

  // MARK: - The functions

  private static let term = Function("klTerm(mean:logVariance:)") {
    (mean: [Float], logVariance: [Float]) -> Float in half(mean, logVariance)
  }

  private static let slopes = Function("klGradient(mean:logVariance:)") {
    (mean: [Float], logVariance: [Float]) -> (mean: [Float], logVariance: [Float]) in
    (mean, slope(logVariance))
  }

  private static func half(
    _ mu: [Float], _ l: [Float],
    _ term: (_ mu: Float, _ l: Float) -> Float = { $0 * $0 + exp($1) - 1 - $1 }
  ) -> Float {
    zip(mu, l).reduce(0) { $0 + term($1.0, $1.1) } / 2
  }

  private static func slope(_ l: [Float]) -> [Float] { l.map { (exp($0) - 1) / 2 } }

  private static func cases(_ judge: Judge) -> [([Float], [Float])] {
    let count = judge.generator.count(3...7)
    return [
      ([1.5, -0.5], [0.5, -1]), ([0, 0, 0], [0, 0, 0]), ([-2], [1.25]),
      (judge.generator.floats(count, in: -2...2), judge.generator.floats(count, in: -2...2)),
      ([], []), ([0.5, 3], [-120, 2]),
    ]
  }
}
