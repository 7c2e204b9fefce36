import ExerciseKit
import Foundation

extension Checks04 {
  /// Exercise 4.2.
  static let activations = Check(
    "4.2", "Five activations", difficulty: 2, minutes: 20,
    file: "Activations.swift", chapter: "04-multilayer-perceptron.md",
    section: "Five ways to bend",
    replaces: ["tanh", "tanhf"],
    hints: [
      "Each function is one line. Draw it first: what comes out at -2, at 0, at 2?",
      """
      sigmoid and tanh for large x: ask what exp gives for 100 and for -100, and follow the \
      infinity. Where it stands below a fraction bar it does no harm.
      """,
      """
      tanh(x) = 2 sigmoid(2x) - 1 inherits the good manners of the sigmoid. For leaky ReLU and \
      ELU decide with x > 0 which of two formulas applies.
      """,
    ],
    parts: [
      Part("sigmoid", points: 1, askSigmoid),
      Part("tanh", points: 1, askTanh),
      Part("ReLU", points: 1, askReLU),
      Part("leaky ReLU", points: 1, askLeaky),
      Part("ELU", points: 1, askELU),
    ],
    mistakes: softStepMistakes + hingeMistakes)

  @Sendable private static func askSigmoid(_ judge: Judge) {
    for x in ([0, 2, -2, 0.5, 9, -7, 10.5, -10.5, 100, -100, 1000, -1000] as [Float])
      + judge.generator.floats(2, in: -4...4)
    { judge.ask(sigmoid, x, tolerance: exact) }
  }

  @Sendable private static func askTanh(_ judge: Judge) {
    for x in ([0, 1, -1, 0.25, 5, -5, 100, -100, 1000, -1000] as [Float])
      + judge.generator.floats(2, in: -2...2)
    { judge.ask(hyperbolicTangent, x, tolerance: exact) }
  }

  @Sendable private static func askReLU(_ judge: Judge) {
    for x in ([3, -2, 0, 0.5, -0.01, -1000, 1000] as [Float])
      + judge.generator.floats(2, in: -9...9)
    {
      judge.ask(relu, x)
    }
  }

  @Sendable private static func askLeaky(_ judge: Judge) {
    let slope = Float.random(in: 0.05...3, using: &judge.generator)
    let cases: [(Float, Float)] = [
      (3, 0.1), (-2, 0.1), (-4, 0.25), (0, 0.5), (-1000, 0.01), (1000, 0.01), (-2.5, slope),
      (1.5, slope), (-3, 2),
    ]
    for (x, slope) in cases { judge.ask(leakyReLU, x, slope) }
  }

  @Sendable private static func askELU(_ judge: Judge) {
    let scale = Float.random(in: 0.2...3, using: &judge.generator)
    let cases: [(Float, Float)] = [
      (3, 2), (-1, 1), (-1, 2), (0, 1), (100, 0.5), (1000, 1), (-9, 1), (-1000, 2),
      (-0.75, scale), (0.5, scale),
    ]
    for (x, scale) in cases { judge.ask(elu, x, scale, tolerance: exact) }
  }

  /// So close that neither 2.718 for e nor a sigmoid that is cut off at 10 passes.
  private static let exact = 1e-5

  // MARK: - The functions

  private static let sigmoid = Function("sigmoid(_:)") { (x: Float) in 1 / (1 + exp(-x)) }
  private static let hyperbolicTangent = Function("hyperbolicTangent(_:)") { (x: Float) in tanh(x) }
  private static let relu = Function("relu(_:)") { (x: Float) in max(0, x) }
  private static let leakyReLU = Function("leakyReLU(_:slope:)") { (x: Float, slope: Float) in
    x > 0 ? x : slope * x
  }
  private static let elu = Function("elu(_:scale:)") { (x: Float, scale: Float) in
    x > 0 ? x : scale * (exp(x) - 1)
  }

  // MARK: - Mistakes

  private static let softStepMistakes: [Mistake] = [
    sigmoid.mistake(
      "the sign in the exponent of the sigmoid: yours falls where it should rise"
    ) { (x: Float) -> Float in 1 / (1 + exp(x)) },
    sigmoid.mistake(
      "e^x / (1 + e^x) is infinity / infinity for large x: divide both by e^x first"
    ) { (x: Float) -> Float in exp(x) / (1 + exp(x)) },
    sigmoid.mistake(
      "the sigmoid lies between 0 and 1, never below: yours has a minus in front of it"
    ) { (x: Float) -> Float in -1 / (1 + exp(-x)) },
    hyperbolicTangent.mistake(
      """
      for large x both exponentials of the tanh quotient are infinite, and infinity / infinity \
      is not a number: use the form with the sigmoid
      """
    ) { (x: Float) -> Float in (exp(x) - exp(-x)) / (exp(x) + exp(-x)) },
    hyperbolicTangent.mistake(
      "tanh is twice as steep as the sigmoid: 2 sigmoid(2x) - 1, yours has 2 sigmoid(x) - 1"
    ) { (x: Float) -> Float in 2 / (1 + exp(-x)) - 1 },
    hyperbolicTangent.mistake(
      "tanh runs from -1 to 1 and passes through 0: yours is still a sigmoid, from 0 to 1"
    ) { (x: Float) -> Float in 1 / (1 + exp(-2 * x)) },
  ]

  private static let hingeMistakes: [Mistake] = [
    relu.mistake(
      "the ReLU keeps positive numbers and silences negative ones: yours does the opposite"
    ) { (x: Float) -> Float in min(0, x) },
    relu.mistake(
      "the ReLU of a negative number is 0, not its absolute value"
    ) { (x: Float) -> Float in abs(x) },
    leakyReLU.mistake(
      "the leaky ReLU multiplies by the slope below zero only: above zero x stays as it is"
    ) { (x: Float, slope: Float) -> Float in slope * x },
    leakyReLU.mistake(
      "the slope is ignored: yours uses 0.01 whatever was asked for"
    ) { (x: Float, _: Float) -> Float in x > 0 ? x : 0.01 * x },
    leakyReLU.mistake(
      "below zero the leak is gone: yours is a plain ReLU"
    ) { (x: Float, _: Float) -> Float in max(0, x) },
    elu.mistake(
      "the ELU must be 0 at 0: the -1 in e^x - 1 is missing"
    ) { (x: Float, scale: Float) -> Float in x > 0 ? x : scale * exp(x) },
    elu.mistake(
      "the scale is ignored: far below zero the ELU comes to rest at -scale"
    ) { (x: Float, _: Float) -> Float in x > 0 ? x : exp(x) - 1 },
    elu.mistake(
      "in scale (e^x - 1) the bracket is missing: yours subtracts 1 after scaling"
    ) { (x: Float, scale: Float) -> Float in x > 0 ? x : scale * exp(x) - 1 },
  ]
}
