import ExerciseKit
import Foundation

extension Checks06 {
  /// The five functions of exercise 6.3.
  public struct MoreFunctions: Sendable {
    /// A function of one number: its value and its slope.
    public typealias Rule = @Sendable (Double) -> (value: Double, slope: Double)
    /// A power with a constant exponent.
    public typealias Power = @Sendable (Double, Double) -> (value: Double, slope: Double)
    /// A function of two numbers.
    public typealias Quotient =
      @Sendable (Double, Double) -> (value: Double, slopeByA: Double, slopeByB: Double)

    var exponential: Rule
    var hyperbolicTangent: Rule
    var relu: Rule
    var power: Power
    var quotient: Quotient

    /// Gathers the five answers.
    public init(
      exponential: @escaping Rule, hyperbolicTangent: @escaping Rule, relu: @escaping Rule,
      power: @escaping Power, quotient: @escaping Quotient
    ) {
      self.exponential = exponential
      self.hyperbolicTangent = hyperbolicTangent
      self.relu = relu
      self.power = power
      self.quotient = quotient
    }

    /// The right five with some of them replaced.
    static func with(_ change: (inout MoreFunctions) -> Void) -> MoreFunctions {
      var answers = MoreFunctions(
        exponential: { x in (exp(x), exp(x)) },
        hyperbolicTangent: { x in (tanh(x), 1 - tanh(x) * tanh(x)) },
        relu: { x in x > 0 ? (x, 1) : (0, 0) },
        power: { x, n in n == 0 ? (1, 0) : (pow(x, n), n * pow(x, n - 1)) },
        quotient: { a, b in (a / b, 1 / b, -a / (b * b)) })
      change(&answers)
      return answers
    }
  }

  /// Exercise 6.3.
  public static let moreFunctions = Check<MoreFunctions>(
    "6.3", "More functions", difficulty: 1, minutes: 20,
    file: "MoreFunctions.swift", chapter: chapter, section: "One rule beside each operation",
    hints: [
      """
      The derivatives stand in every table of formulas. Write value and slope into one line each, \
      and check the slope with a small step: (f(x + 0.001) - f(x - 0.001)) / 0.002.
      """,
      """
      The slope of tanh needs the value y and nothing else: it is 1 in the middle, where y is 0, \
      and 0 far out, where y is 1 or -1.
      """,
      """
      The power n of x grows like n times the power n - 1. For n = 0 answer before you compute: \
      0 times infinity is not a number.
      """,
    ],
    parts: [
      Part("exponential", points: 1, askExponential),
      Part("tanh", points: 1, askTanh),
      Part("ReLU", points: 1, askReLU),
      Part("power", points: 1, askPower),
      Part("quotient", points: 1, askQuotient),
    ],
    mistakes: mistakesOfOne + mistakesOfTwo)

  private static var right: MoreFunctions { .with { _ in } }

  @Sendable private static func askExponential(_ judge: Judge<MoreFunctions>) {
    for x in [0, 1, -2, 3] as [Double] {
      judge.ask("exponential(\(x))", expect: right.exponential(x)) { $0.exponential(x) }
    }
  }

  @Sendable private static func askTanh(_ judge: Judge<MoreFunctions>) {
    for x in [0, 0.5, -1, 2, 1000, -1000] as [Double] {
      judge.ask("hyperbolicTangent(\(x))", expect: right.hyperbolicTangent(x)) {
        $0.hyperbolicTangent(x)
      }
    }
  }

  @Sendable private static func askReLU(_ judge: Judge<MoreFunctions>) {
    for x in [3, -2, 0.25, 0] as [Double] {
      judge.ask("relu(\(x))", expect: right.relu(x)) { $0.relu(x) }
    }
  }

  @Sendable private static func askPower(_ judge: Judge<MoreFunctions>) {
    for (x, n) in [(3, 2), (2, 3), (-2, 3), (4, -1), (9, 0.5), (0, 2), (0, 1), (5, 0), (0, 0)]
      as [(Double, Double)]
    {
      judge.ask("power(\(x), exponent: \(n))", expect: right.power(x, n)) { $0.power(x, n) }
    }
  }

  @Sendable private static func askQuotient(_ judge: Judge<MoreFunctions>) {
    for (a, b) in [(6, 3), (1, 4), (-2, 0.5), (0, 5), (7, -2)] as [(Double, Double)] {
      judge.ask("quotient(\(a), \(b))", expect: right.quotient(a, b)) { $0.quotient(a, b) }
    }
  }

  // MARK: - Mistakes

  private static let mistakesOfOne = [
    Mistake(
      "x e^(x - 1) is the rule for powers of x; here x is in the exponent, and the slope is the value",
      MoreFunctions.with { $0.exponential = { x in (exp(x), x * exp(x - 1)) } }),
    Mistake(
      "the exponential's slope is not 1 everywhere: it is as large as the value",
      MoreFunctions.with { $0.exponential = { x in (exp(x), 1) } }),
    Mistake(
      "the slope of tanh is 1 - y^2 with the value y: yours squares x instead",
      MoreFunctions.with { $0.hyperbolicTangent = { x in (tanh(x), 1 - x * x) } }),
    Mistake(
      "y (1 - y) is the slope of the sigmoid: tanh has another",
      MoreFunctions.with { $0.hyperbolicTangent = { x in (tanh(x), tanh(x) * (1 - tanh(x))) } }),
    Mistake(
      "1 / cosh^2 as a quotient of exponentials is infinity / infinity for x = 1000: use the value",
      MoreFunctions.with {
        $0.hyperbolicTangent = { x in
          let (up, down) = (exp(x), exp(-x))
          return (tanh(x), 4 * up * up * down * down / ((up + down) * (up + down)))
        }
      }),
    Mistake(
      "below zero the ReLU is flat: its slope is 0 there, yours says 1",
      MoreFunctions.with { $0.relu = { x in (max(0, x), 1) } }),
    Mistake(
      "above zero the ReLU rises with slope 1, whatever x is: yours takes the value for the slope",
      MoreFunctions.with { $0.relu = { x in (max(0, x), max(0, x)) } }),
    Mistake(
      "at the corner x = 0 the exercise asks for slope 0, yours takes the other side",
      MoreFunctions.with { $0.relu = { x in x >= 0 ? (x, 1) : (0, 0) } }),
  ]

  private static let mistakesOfTwo = [
    Mistake(
      "the exponent has to go down by one in the slope: n times the power n - 1",
      MoreFunctions.with { $0.power = { x, n in (pow(x, n), n == 0 ? 0 : n * pow(x, n)) } }),
    Mistake(
      "in the slope of the power the factor n is missing",
      MoreFunctions.with { $0.power = { x, n in (pow(x, n), n == 0 ? 0 : pow(x, n - 1)) } }),
    Mistake(
      "for x = 0 and exponent 0, n x^(n - 1) is 0 times infinity: answer that case first",
      MoreFunctions.with { $0.power = { x, n in (pow(x, n), n * pow(x, n - 1)) } }),
    Mistake(
      "when the divisor grows the quotient gets smaller: the slope by b is negative",
      MoreFunctions.with { $0.quotient = { a, b in (a / b, 1 / b, a / (b * b)) } }),
    Mistake(
      "the slope by b has b squared below the bar",
      MoreFunctions.with { $0.quotient = { a, b in (a / b, 1 / b, -a / b) } }),
    Mistake(
      "the two slopes of the quotient are exchanged",
      MoreFunctions.with { $0.quotient = { a, b in (a / b, -a / (b * b), 1 / b) } }),
  ]
}
