import ExerciseKit
import Foundation

extension Checks04 {
  /// The five functions of exercise 4.2.
  public struct Activations: Sendable {
    /// A function of one number.
    public typealias Curve = @Sendable (Float) -> Float
    /// A function of one number with a setting.
    public typealias Adjustable = @Sendable (Float, Float) -> Float

    var sigmoid: Curve
    var hyperbolicTangent: Curve
    var relu: Curve
    var leakyReLU: Adjustable
    var elu: Adjustable

    /// Gathers the five answers.
    public init(
      sigmoid: @escaping Curve, hyperbolicTangent: @escaping Curve, relu: @escaping Curve,
      leakyReLU: @escaping Adjustable, elu: @escaping Adjustable
    ) {
      self.sigmoid = sigmoid
      self.hyperbolicTangent = hyperbolicTangent
      self.relu = relu
      self.leakyReLU = leakyReLU
      self.elu = elu
    }

    /// The right five with some of them replaced.
    static func with(_ change: (inout Activations) -> Void) -> Activations {
      var answers = Activations(
        sigmoid: { x in 1 / (1 + exp(-x)) },
        hyperbolicTangent: { x in 2 / (1 + exp(-2 * x)) - 1 },
        relu: { x in max(0, x) },
        leakyReLU: { x, slope in x > 0 ? x : slope * x },
        elu: { x, scale in x > 0 ? x : scale * (exp(x) - 1) })
      change(&answers)
      return answers
    }
  }

  /// Exercise 4.2.
  public static let activations = Check<Activations>(
    "4.2", "Five activations", difficulty: 2, minutes: 20,
    file: "Activations.swift", chapter: "04-multilayer-perceptron.md",
    section: "Five ways to bend",
    replaces: ["sigmoid", "relu", "tanh", "tanhf", "expm1", "sinh", "cosh"],
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

  @Sendable private static func askSigmoid(_ judge: Judge<Activations>) {
    for x in [0, 2, -2, 0.5, 100, -100, -1000] as [Float] {
      judge.ask("sigmoid(\(x))", expect: right.sigmoid(x)) { $0.sigmoid(x) }
    }
  }

  @Sendable private static func askTanh(_ judge: Judge<Activations>) {
    for x in [0, 1, -1, 0.25, 100, -100, -1000] as [Float] {
      judge.ask("hyperbolicTangent(\(x))", expect: right.hyperbolicTangent(x)) {
        $0.hyperbolicTangent(x)
      }
    }
  }

  @Sendable private static func askReLU(_ judge: Judge<Activations>) {
    for x in [3, -2, 0, 0.5, -1000] as [Float] {
      judge.ask("relu(\(x))", expect: right.relu(x)) { $0.relu(x) }
    }
  }

  @Sendable private static func askLeaky(_ judge: Judge<Activations>) {
    for (x, slope) in [(3, 0.1), (-2, 0.1), (-4, 0.25), (0, 0.5), (-1000, 0.01)] as [(Float, Float)]
    {
      judge.ask("leakyReLU(\(x), slope: \(slope))", expect: right.leakyReLU(x, slope)) {
        $0.leakyReLU(x, slope)
      }
    }
  }

  @Sendable private static func askELU(_ judge: Judge<Activations>) {
    for (x, scale) in [(3, 2), (-1, 1), (-1, 2), (0, 1), (100, 0.5), (-1000, 2)] as [(Float, Float)]
    {
      judge.ask("elu(\(x), scale: \(scale))", expect: right.elu(x, scale)) { $0.elu(x, scale) }
    }
  }

  private static var right: Activations { .with { _ in } }

  // MARK: - Mistakes

  private static let softStepMistakes = [
    Mistake(
      "the sign in the exponent of the sigmoid: yours falls where it should rise",
      Activations.with { $0.sigmoid = { x in 1 / (1 + exp(x)) } }),
    Mistake(
      "e^x / (1 + e^x) is infinity / infinity for large x: divide both by e^x first",
      Activations.with { $0.sigmoid = { x in exp(x) / (1 + exp(x)) } }),
    Mistake(
      "the sigmoid lies between 0 and 1, never below: yours has a minus in front of it",
      Activations.with { $0.sigmoid = { x in -1 / (1 + exp(-x)) } }),
    Mistake(
      """
      for large x both exponentials of the tanh quotient are infinite, and infinity / infinity \
      is not a number: use the form with the sigmoid
      """,
      Activations.with {
        $0.hyperbolicTangent = { x in (exp(x) - exp(-x)) / (exp(x) + exp(-x)) }
      }),
    Mistake(
      "tanh is twice as steep as the sigmoid: 2 sigmoid(2x) - 1, yours has 2 sigmoid(x) - 1",
      Activations.with { $0.hyperbolicTangent = { x in 2 / (1 + exp(-x)) - 1 } }),
    Mistake(
      "tanh runs from -1 to 1 and passes through 0: yours is still a sigmoid, from 0 to 1",
      Activations.with { $0.hyperbolicTangent = { x in 1 / (1 + exp(-2 * x)) } }),
  ]

  private static let hingeMistakes = [
    Mistake(
      "the ReLU keeps positive numbers and silences negative ones: yours does the opposite",
      Activations.with { $0.relu = { x in min(0, x) } }),
    Mistake(
      "the ReLU of a negative number is 0, not its absolute value",
      Activations.with { $0.relu = { x in abs(x) } }),
    Mistake(
      "the leaky ReLU multiplies by the slope below zero only: above zero x stays as it is",
      Activations.with { $0.leakyReLU = { x, slope in slope * x } }),
    Mistake(
      "the slope is ignored: yours uses 0.01 whatever was asked for",
      Activations.with { $0.leakyReLU = { x, _ in x > 0 ? x : 0.01 * x } }),
    Mistake(
      "below zero the leak is gone: yours is a plain ReLU",
      Activations.with { $0.leakyReLU = { x, _ in max(0, x) } }),
    Mistake(
      "the ELU must be 0 at 0: the -1 in e^x - 1 is missing",
      Activations.with { $0.elu = { x, scale in x > 0 ? x : scale * exp(x) } }),
    Mistake(
      "the scale is ignored: far below zero the ELU comes to rest at -scale",
      Activations.with { $0.elu = { x, _ in x > 0 ? x : exp(x) - 1 } }),
    Mistake(
      "in scale (e^x - 1) the bracket is missing: yours subtracts 1 after scaling",
      Activations.with { $0.elu = { x, scale in x > 0 ? x : scale * exp(x) - 1 } }),
  ]
}
