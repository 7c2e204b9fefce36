import ExerciseKit
import Foundation

extension Checks05 {
  /// The rule that treats each unit alike.
  private typealias Rule = @Sendable (_ known: [Float], _ slopes: [Float]) -> [Float]

  private static func each(
    _ unit: @escaping @Sendable (Float, Float) -> Float
  ) -> Rule {
    { known, slopes in zip(known, slopes).map { unit($0, $1) } }
  }

  /// Exercise 5.2.
  static let activationBackward = Check(
    "5.2", "Back through an activation", difficulty: 2, minutes: 20,
    file: "ActivationBackward.swift", chapter: "05-backpropagation.md",
    section: "Through the activation",
    replaces: ["Variable", "backward"],
    hints: [
      "Each is one line over pairs: zip(answers, slopes).map { a, slope in ... }.",
      """
      The chain rule: the derivative of the loss by z is the derivative by a, which you are given, \
      times the derivative of a by z, which the comment states.
      """,
      """
      a is the answer already, so nothing needs exp or tanh again. For the ReLU look at the sum z, \
      not at the slope: it decides whether the slope goes through whole or not at all.
      """,
    ],
    parts: [
      Part("sigmoid", points: 1, askSigmoid), Part("tanh", points: 1, askTanh),
      Part("ReLU", points: 1, askReLU),
    ],
    mistakes: [
      Mistake(
        "yours is f'(z) alone: multiply by the slope that came from above",
        [
          sigmoidBackward.instead(each { a, _ in a * (1 - a) }),
          tanhBackward.instead(each { a, _ in 1 - a * a }),
          reluBackward.instead(each { z, _ in z > 0 ? 1 : 0 }),
        ]),
      Mistake(
        "the slope was added to f'(z): the chain rule multiplies",
        [
          sigmoidBackward.instead(each { a, slope in slope + a * (1 - a) }),
          tanhBackward.instead(each { a, slope in slope + 1 - a * a }),
          reluBackward.instead(each { z, slope in slope + (z > 0 ? 1 : 0) }),
        ]),
      sigmoidBackward.mistake(
        "a is the answer of the sigmoid already: yours sends it through once more",
        each { a, slope in
          let again = 1 / (1 + exp(-a))
          return slope * again * (1 - again)
        }),
      sigmoidBackward.mistake(
        "the sign: a (1 - a) is positive for every answer between 0 and 1",
        each { a, slope in slope * a * (a - 1) }),
      sigmoidBackward.mistake(
        "a factor is missing: yours is 1 - a, and the sigmoid's derivative is a (1 - a)",
        each { a, slope in slope * (1 - a) }),
      tanhBackward.mistake(
        "the square is missing: the derivative of tanh is 1 - a^2, not 1 - a",
        each { a, slope in slope * (1 - a) }),
      tanhBackward.mistake(
        "that is the derivative of the sigmoid: tanh has 1 - a^2",
        each { a, slope in slope * a * (1 - a) }),
      reluBackward.mistake(
        "the slope decides in yours: it is the sum z that is asked whether it is above 0",
        each { _, slope in max(0, slope) }),
      reluBackward.mistake(
        "the ReLU hands the slope down whole or not at all: yours multiplies it by z",
        each { z, slope in max(0, z) * slope }),
      sigmoidBackward.mistake(
        "yours divides the slope by f'(z): the chain rule multiplies",
        each { a, slope in slope / (a * (1 - a)) }),
      sigmoidBackward.mistake(
        "the sign in a (1 - a): yours is a (1 + a)", each { a, slope in slope * a * (1 + a) }),
      sigmoidBackward.mistake(
        "that is the derivative of tanh: the sigmoid has a (1 - a)",
        each { a, slope in slope * (1 - a * a) }),
      tanhBackward.mistake(
        "the sign in 1 - a^2: yours is 1 + a^2", each { a, slope in slope * (1 + a * a) }),
      tanhBackward.mistake(
        "a is the answer of tanh already: yours sends it through once more",
        each { a, slope in slope * (1 - tanh(a) * tanh(a)) }),
      reluBackward.mistake(
        "the ReLU closes where z is negative: yours lets those slopes pass and stops the others",
        each { z, slope in z < 0 ? slope : 0 }),
      reluBackward.mistake(
        "below 0 nothing passes the ReLU: yours lets every slope through",
        each { _, slope in slope }),
      reluBackward.mistake(
        "at z = 0 exactly the derivative is taken as 0: yours lets the slope through",
        each { z, slope in z >= 0 ? slope : 0 }),
    ])

  private static let sigmoidBackward = Function(
    "sigmoidBackward(answers:slopes:)", each { a, slope in slope * a * (1 - a) })
  private static let tanhBackward = Function(
    "tanhBackward(answers:slopes:)", each { a, slope in slope * (1 - a * a) })
  private static let reluBackward = Function(
    "reluBackward(sums:slopes:)", each { z, slope in z > 0 ? slope : 0 })

  @Sendable private static func askSigmoid(_ judge: Judge) {
    for (a, slopes) in softCases(judge, in: 0...1) { judge.ask(sigmoidBackward, a, slopes) }
  }

  @Sendable private static func askTanh(_ judge: Judge) {
    for (a, slopes) in softCases(judge, in: -1...1) { judge.ask(tanhBackward, a, slopes) }
  }

  @Sendable private static func askReLU(_ judge: Judge) {
    let cases: [([Float], [Float])] = [
      ([3], [5]), ([2, -2, 0.5, -0.5], [3, 3, -4, -4]), ([0, 1], [7, 7]), ([], []),
      ([-0.001, 0.001, -1000, 1000], [2, 3, -4, 5]), randomCase(judge, in: -1...1),
    ]
    for (z, slopes) in cases { judge.ask(reluBackward, z, slopes) }
  }

  private static func softCases(
    _ judge: Judge, in range: ClosedRange<Float>
  ) -> [([Float], [Float])] {
    [
      ([0.75], [8]), ([0.25, 0.5, 0.9], [-2, 3, 10]), ([0, 1], [4, 5]), ([], []),
      randomCase(judge, in: range),
    ]
  }

  private static func randomCase(
    _ judge: Judge, in range: ClosedRange<Float>
  ) -> ([Float], [Float]) {
    let count = judge.generator.count(3...7)
    return (judge.generator.floats(count, in: range), judge.generator.floats(count, in: -3...3))
  }
}
