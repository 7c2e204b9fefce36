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
      Part("the term", points: 2, terms),
      Part("its slopes", points: 2, gradients),
    ],
    mistakes: [
      klTerm.mistake("the half in front is missing") { 2 * rightTerm($0, $1) },
      klTerm.mistake("the sum over the numbers of the code is wanted, not the mean") {
        rightTerm($0, $1) / Float(max(1, $0.count))
      },
      klTerm.mistake("log s^2 is given, not s: s^2 is e to that power, without squaring again") {
        mu, l in sum(mu, l) { $0 * $0 + exp(2 * $1) - 1 - $1 } / 2
      },
      klTerm.mistake("yours has the width s where its square is meant") { mu, l in
        sum(mu, l) { $0 * $0 + exp($1 / 2) - 1 - $1 } / 2
      },
      klTerm.mistake("the sign: KL is never negative") { -rightTerm($0, $1) },
      klTerm.mistake("the 1 is missing: for mu = 0 and s = 1 nothing is left") { mu, l in
        sum(mu, l) { $0 * $0 + exp($1) - $1 } / 2
      },
      klTerm.mistake("the centre counts with its square") { mu, l in
        sum(mu, l) { $0 + exp($1) - 1 - $1 } / 2
      },
      klTerm.mistake("log s^2 is a logarithm already: yours takes another, or leaves it out") {
        mu, l in sum(mu, l) { mu, l in mu * mu + exp(l) - 1 } / 2
      },
      klGradient.mistake("mu: the half cancels the 2 of the square") { mu, l in
        (mu.map { 2 * $0 }, rightSlopes(mu, l).logVariance)
      },
      klGradient.mistake("mu: the half and the 2 of the square cancel, so mu itself is left") {
        mu, l in
        (mu.map { $0 / 2 }, rightSlopes(mu, l).logVariance)
      },
      klGradient.mistake("log s^2: the half in front is still there") { mu, l in
        (mu, l.map { exp($0) - 1 })
      },
      klGradient.mistake("log s^2: the derivative of -log s^2 is -1; it is missing") { mu, l in
        (mu, l.map { exp($0) / 2 })
      },
      klGradient.mistake("that is the slope by s: here log s^2 is what the encoder says") { mu, l in
        (mu, l.map { exp($0 / 2) - exp(-$0 / 2) })
      },
    ])

  private static let klTerm = Function("klTerm(mean:logVariance:)", rightTerm)
  private static let klGradient = Function("klGradient(mean:logVariance:)", rightSlopes)

  @Sendable private static func terms(_ judge: Judge) {
    for (mean, logVariance) in cases(judge) + [([], [])] {
      judge.ask(klTerm, mean, logVariance)
    }
  }

  @Sendable private static func gradients(_ judge: Judge) {
    for (mean, logVariance) in cases(judge) {
      judge.ask(klGradient, mean, logVariance)
    }
  }

  private static func cases(_ judge: Judge) -> [([Float], [Float])] {
    let random = (judge.generator.floats(5, in: -2...2), judge.generator.floats(5, in: -2...2))
    return [([1.5, -0.5], [0.5, -1]), ([0, 0, 0], [0, 0, 0]), ([-2], [1.25]), random]
  }

  @Sendable private static func rightTerm(_ mu: [Float], _ l: [Float]) -> Float {
    sum(mu, l) { $0 * $0 + exp($1) - 1 - $1 } / 2
  }

  @Sendable private static func rightSlopes(_ mu: [Float], _ l: [Float]) -> CloudSlopes {
    (mu, l.map { (exp($0) - 1) / 2 })
  }

  private static func sum(
    _ mu: [Float], _ l: [Float], _ term: (_ mu: Float, _ l: Float) -> Float
  ) -> Float {
    zip(mu, l).reduce(0) { $0 + term($1.0, $1.1) }
  }
}
