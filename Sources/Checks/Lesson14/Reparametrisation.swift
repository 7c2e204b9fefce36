import ExerciseKit
import Foundation

extension Checks14 {
  /// Exercise 14.4.
  static let reparametrisation = Check(
    "14.4", "Reparametrisation", difficulty: 2, minutes: 20,
    file: "Reparametrisation.swift", chapter: chapter, section: "A cloud for a point",
    hints: [
      "From log s^2 to s: what does half of a logarithm mean?",
      "z is mu plus something that has no mu in it. So what is dz/dmu?",
      """
      Write l for log s^2. The derivative of e^(l / 2) by l is half of itself; the noise is a \
      constant factor; dL/dz multiplies everything.
      """,
    ],
    parts: [
      Part("a code from the cloud", points: 2) { judge in
        judge.ask(code, [1], [0], [-0.5])
        judge.ask(code, [0.5, -2], [1.5, -1], [2, -0.75])
        judge.ask(code, [], [], [])
        let (mean, logVariance, noise) = random(judge)
        judge.ask(code, mean, logVariance, noise)
        judge.ask(code, [0.5, 0.5], [-30, 12], [3, -0.01])
      },
      Part("the way back", points: 3) { judge in
        judge.ask(slopes, [3], [0.5], [-0.5])
        judge.ask(slopes, [0.5, -2], [1.5, -1], [2, -0.75])
        judge.ask(slopes, [], [], [])
        let (gradient, logVariance, noise) = random(judge)
        judge.ask(slopes, gradient, logVariance, noise)
      },
    ],
    mistakes: [
      code.mistake("that is the variance s^2 in place of the width s: take half of the logarithm") {
        code($0, $1, $2) { mu, l, e in mu + exp(l) * e }
      },
      code.mistake("log s^2 is a logarithm: raise e to it before it becomes a width") {
        code($0, $1, $2) { mu, l, e in mu + l * e }
      },
      code.mistake("the sign: a large log s^2 means a wide cloud") {
        code($0, $1, $2) { mu, l, e in mu + exp(-l / 2) * e }
      },
      code.mistake("the chance e is missing: that is always the same point") {
        code($0, $1, $2) { mu, l, _ in mu + exp(l / 2) }
      },
      code.mistake("the width multiplies the chance only, not the centre") {
        code($0, $1, $2) { mu, l, e in (mu + e) * exp(l / 2) }
      },
      slopes.mistake("the half is missing: s is e^(log s^2 / 2), and its derivative has it") {
        slopes($0, $1, $2) { g, l, e in g * exp(l / 2) * e }
      },
      slopes.mistake("the slope of log s^2 needs the chance that was drawn") {
        slopes($0, $1, $2) { g, l, _ in g * exp(l / 2) / 2 }
      },
      slopes.mistake("that is the slope by s: the way from log s^2 to s has a derivative too") {
        slopes($0, $1, $2) { g, _, e in g * e }
      },
      slopes.mistake("dL/dz is missing in the slope of log s^2: the chain rule") {
        slopes($0, $1, $2) { _, l, e in exp(l / 2) * e / 2 }
      },
      slopes.mistake("s is e^(log s^2 / 2) on the way back as well: yours takes s^2") {
        slopes($0, $1, $2) { g, l, e in g * exp(l) * e / 2 }
      },
      slopes.mistake("dz/dmu is 1: the slope passes unchanged") { g, l, e in
        (zip(g, l).map { $0 * exp($1 / 2) }, slopes(g, l, e).logVariance)
      },
    ])

  // MARK: - The functions

  private static let code = Function("drawnCode(mean:logVariance:noise:)") {
    (mean: [Float], logVariance: [Float], noise: [Float]) -> [Float] in
    code(mean, logVariance, noise) { mu, l, e in mu + exp(l / 2) * e }
  }

  private static let slopes = Function("drawnCodeGradient(_:logVariance:noise:)") {
    (gradient: [Float], logVariance: [Float], noise: [Float]) in
    slopes(gradient, logVariance, noise)
  }

  private static func code(
    _ mean: [Float], _ logVariance: [Float], _ noise: [Float],
    _ number: (_ mu: Float, _ l: Float, _ e: Float) -> Float
  ) -> [Float] {
    mean.indices.map { number(mean[$0], logVariance[$0], noise[$0]) }
  }

  private static func slopes(
    _ gradient: [Float], _ logVariance: [Float], _ noise: [Float],
    _ slope: (_ g: Float, _ l: Float, _ e: Float) -> Float = { $0 * exp($1 / 2) * $2 / 2 }
  ) -> (mean: [Float], logVariance: [Float]) {
    (gradient, gradient.indices.map { slope(gradient[$0], logVariance[$0], noise[$0]) })
  }

  private static func random(_ judge: Judge) -> ([Float], [Float], [Float]) {
    let count = judge.generator.count(3...7)
    return (
      judge.generator.floats(count, in: -2...2), judge.generator.floats(count, in: -2...2),
      judge.generator.floats(count, in: -2...2)
    )
  }
}
