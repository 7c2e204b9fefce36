import ExerciseKit
import Foundation

extension Checks14 {
  /// The slopes with respect to the two things that an encoder says.
  typealias CloudSlopes = (mean: [Float], logVariance: [Float])

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
      Part("a code from the cloud", points: 2, draws),
      Part("the way back", points: 3, slopes),
    ],
    mistakes: [
      drawnCode.mistake(
        "that is the variance s^2 in place of the width s: take half of the logarithm"
      ) { mu, l, e in mu.indices.map { mu[$0] + exp(l[$0]) * e[$0] } },
      drawnCode.mistake("log s^2 is a logarithm: raise e to it before it becomes a width") {
        mu, l, e in mu.indices.map { mu[$0] + l[$0] * e[$0] }
      },
      drawnCode.mistake("the sign: a large log s^2 means a wide cloud") { mu, l, e in
        mu.indices.map { mu[$0] + exp(-l[$0] / 2) * e[$0] }
      },
      drawnCode.mistake("the chance e is missing: that is always the same point") { mu, l, _ in
        mu.indices.map { mu[$0] + exp(l[$0] / 2) }
      },
      drawnCode.mistake("the width multiplies the chance only, not the centre") { mu, l, e in
        mu.indices.map { (mu[$0] + e[$0]) * exp(l[$0] / 2) }
      },
      drawnCodeGradient.mistake(
        "the half is missing: s is e^(log s^2 / 2), and its derivative has it"
      ) {
        g, l, e in (g, g.indices.map { g[$0] * exp(l[$0] / 2) * e[$0] })
      },
      drawnCodeGradient.mistake("the slope of log s^2 needs the chance that was drawn") { g, l, _ in
        (g, g.indices.map { g[$0] * exp(l[$0] / 2) / 2 })
      },
      drawnCodeGradient.mistake(
        "that is the slope by s: the way from log s^2 to s has a derivative too"
      ) {
        g, _, e in (g, g.indices.map { g[$0] * e[$0] })
      },
      drawnCodeGradient.mistake("dL/dz is missing in the slope of log s^2: the chain rule") {
        g, l, e in
        (g, g.indices.map { exp(l[$0] / 2) * e[$0] / 2 })
      },
      drawnCodeGradient.mistake("dz/dmu is 1: the slope passes unchanged") { g, l, e in
        let slopes = rightBackward(g, l, e)
        return (g.indices.map { g[$0] * exp(l[$0] / 2) }, slopes.logVariance)
      },
    ])

  private static let drawnCode = Function("drawnCode(mean:logVariance:noise:)", rightForward)
  private static let drawnCodeGradient = Function(
    "drawnCodeGradient(_:logVariance:noise:)", rightBackward)

  @Sendable private static func draws(_ judge: Judge) {
    let random = (
      judge.generator.floats(5, in: -2...2), judge.generator.floats(5, in: -2...2),
      judge.generator.floats(5, in: -2...2)
    )
    let cases: [([Float], [Float], [Float])] = [
      ([1], [0], [-0.5]), ([0.5, -2], [1.5, -1], [2, -0.75]), ([], [], []), random,
    ]
    for (mean, logVariance, noise) in cases {
      judge.ask(drawnCode, mean, logVariance, noise)
    }
  }

  @Sendable private static func slopes(_ judge: Judge) {
    let random = (
      judge.generator.floats(5, in: -2...2), judge.generator.floats(5, in: -2...2),
      judge.generator.floats(5, in: -2...2)
    )
    let cases: [([Float], [Float], [Float])] = [
      ([3], [0.5], [-0.5]), ([0.5, -2], [1.5, -1], [2, -0.75]), random,
    ]
    for (gradient, logVariance, noise) in cases {
      judge.ask(drawnCodeGradient, gradient, logVariance, noise)
    }
  }

  @Sendable private static func rightForward(
    _ mu: [Float], _ l: [Float], _ e: [Float]
  ) -> [Float] {
    mu.indices.map { mu[$0] + exp(l[$0] / 2) * e[$0] }
  }

  @Sendable private static func rightBackward(
    _ g: [Float], _ l: [Float], _ e: [Float]
  ) -> CloudSlopes {
    (g, g.indices.map { g[$0] * exp(l[$0] / 2) * e[$0] / 2 })
  }
}
