import ExerciseKit
import Foundation

extension Checks06 {
  /// Exercise 6.3.
  static let moreFunctions = Check(
    "6.3", "More functions", difficulty: 2, minutes: 30,
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
      """
      For the smooth maximum write larger + log(...) with the larger of both taken out of the sum: \
      what is left in the exponentials is never above 0. For a slope go through the formula from \
      outside, logarithm first, and then ask whether the value itself can help.
      """,
    ],
    parts: [
      Part("exponential, tanh and ReLU", points: 1) { judge in
        askExponential(judge)
        askTanh(judge)
        askReLU(judge)
      },
      Part("power", points: 1, askPower),
      Part("quotient", points: 1, askQuotient),
      Part("smooth maximum", points: 2, askSmoothMaximum),
    ],
    mistakes: mistakesOfOne + mistakesOfTwo + mistakesOfSmooth)

  @Sendable private static func askExponential(_ judge: Judge) {
    for x in [0, 1, -2, 3, random(judge)] { judge.ask(exponential, x) }
  }

  @Sendable private static func askTanh(_ judge: Judge) {
    for x in [0, 0.5, -1, 2, 1000, -1000, random(judge)] { judge.ask(hyperbolicTangent, x) }
  }

  @Sendable private static func askReLU(_ judge: Judge) {
    for x in [3, -2, 0.25, 0, random(judge)] { judge.ask(relu, x) }
  }

  @Sendable private static func askPower(_ judge: Judge) {
    let cases: [(Double, Double)] = [
      (3, 2), (2, 3), (-2, 3), (4, -1), (9, 0.5), (0, 2), (0, 1), (5, 0), (0, 0),
    ]
    for (x, n) in cases + [(abs(random(judge)), random(judge))] { judge.ask(power, x, n) }
  }

  @Sendable private static func askQuotient(_ judge: Judge) {
    let cases: [(Double, Double)] = [(6, 3), (1, 4), (-2, 0.5), (0, 5), (7, -2)]
    for (a, b) in cases + [(random(judge), random(judge))] { judge.ask(quotient, a, b) }
  }

  @Sendable private static func askSmoothMaximum(_ judge: Judge) {
    let cases: [(Double, Double)] = [
      (0, 0), (1, 3), (2.5, 1), (-2, -0.5), (1000, 1000), (-1000, -1000), (998, 1000),
      (1000, -1000), (-1000, 1000), (-1000, -999),
    ]
    for (a, b) in cases + [(random(judge), random(judge))] { judge.ask(smoothMaximum, a, b) }
    judge.ask(smoothMaximum, 1000 + random(judge), 1000 + random(judge))
  }

  /// A number between -3 and 3 with one decimal, not 0.
  private static func random(_ judge: Judge) -> Double {
    let size = Double(judge.generator.count(1...30)) / 10
    return judge.generator.flag() ? size : -size
  }

  // MARK: - The functions

  private typealias Rule = (value: Double, slope: Double)
  private typealias Slopes = (value: Double, slopeByA: Double, slopeByB: Double)

  private static let exponential = Function("exponential(_:)") { (x: Double) -> Rule in
    (exp(x), exp(x))
  }
  private static let hyperbolicTangent = Function("hyperbolicTangent(_:)") { (x: Double) -> Rule in
    (tanh(x), 1 - tanh(x) * tanh(x))
  }
  private static let relu = Function("relu(_:)") { (x: Double) -> Rule in x > 0 ? (x, 1) : (0, 0) }
  private static let power = Function("power(_:exponent:)") { (x: Double, n: Double) -> Rule in
    n == 0 ? (1, 0) : (pow(x, n), n * pow(x, n - 1))
  }
  private static let quotient = Function("quotient(_:_:)") { (a: Double, b: Double) -> Slopes in
    (a / b, 1 / b, -a / (b * b))
  }
  private static let smoothMaximum = Function("smoothMaximum(_:_:)") {
    (a: Double, b: Double) -> Slopes in (smooth(a, b), exp(a - smooth(a, b)), exp(b - smooth(a, b)))
  }

  private static func smooth(_ a: Double, _ b: Double) -> Double {
    max(a, b) + log(1 + exp(-abs(a - b)))
  }

  // MARK: - Mistakes

  private static let mistakesOfOne: [Mistake] = [
    exponential.mistake(
      "x e^(x - 1) is the rule for powers of x; here x is in the exponent, and the slope is the value"
    ) { (x: Double) -> Rule in (exp(x), x * exp(x - 1)) },
    exponential.mistake(
      "the exponential's slope is not 1 everywhere: it is as large as the value"
    ) { (x: Double) -> Rule in (exp(x), 1) },
    hyperbolicTangent.mistake(
      "the slope of tanh is 1 - y^2 with the value y: yours squares x instead"
    ) { (x: Double) -> Rule in (tanh(x), 1 - x * x) },
    hyperbolicTangent.mistake(
      "y (1 - y) is the slope of the sigmoid: tanh has another"
    ) { (x: Double) -> Rule in (tanh(x), tanh(x) * (1 - tanh(x))) },
    hyperbolicTangent.mistake(
      "1 / cosh^2 as a quotient of exponentials is infinity / infinity for x = 1000: use the value"
    ) { (x: Double) -> Rule in
      let (up, down) = (exp(x), exp(-x))
      return (tanh(x), 4 * up * up * down * down / ((up + down) * (up + down)))
    },
    relu.mistake(
      "below zero the ReLU is flat: its slope is 0 there, yours says 1"
    ) { (x: Double) -> Rule in (max(0, x), 1) },
    relu.mistake(
      "above zero the ReLU rises with slope 1, whatever x is: yours takes the value for the slope"
    ) { (x: Double) -> Rule in (max(0, x), max(0, x)) },
    relu.mistake(
      "at the corner x = 0 the exercise asks for slope 0, yours takes the other side"
    ) { (x: Double) -> Rule in x >= 0 ? (x, 1) : (0, 0) },
  ]

  private static let mistakesOfTwo: [Mistake] = [
    power.mistake(
      "the exponent has to go down by one in the slope: n times the power n - 1"
    ) { (x: Double, n: Double) -> Rule in (pow(x, n), n == 0 ? 0 : n * pow(x, n)) },
    power.mistake(
      "in the slope of the power the factor n is missing"
    ) { (x: Double, n: Double) -> Rule in (pow(x, n), n == 0 ? 0 : pow(x, n - 1)) },
    power.mistake(
      "for x = 0 and exponent 0, n x^(n - 1) is 0 times infinity: answer that case first"
    ) { (x: Double, n: Double) -> Rule in (pow(x, n), n * pow(x, n - 1)) },
    quotient.mistake(
      "when the divisor grows the quotient gets smaller: the slope by b is negative"
    ) { (a: Double, b: Double) -> Slopes in (a / b, 1 / b, a / (b * b)) },
    quotient.mistake(
      "the slope by b has b squared below the bar"
    ) { (a: Double, b: Double) -> Slopes in (a / b, 1 / b, -a / b) },
    quotient.mistake(
      "the two slopes of the quotient are exchanged"
    ) { (a: Double, b: Double) -> Slopes in (a / b, -a / (b * b), 1 / b) },
  ]

  private static let mistakesOfSmooth: [Mistake] = [
    smoothMaximum.mistake(
      "e^1000 is infinite and e^-1000 is 0 in a Double: take the larger number out of the sum first"
    ) { (a: Double, b: Double) -> Slopes in
      let sum = exp(a) + exp(b)
      return (log(sum), exp(a) / sum, exp(b) / sum)
    },
    smoothMaximum.mistake(
      "your value holds at 1000, your slopes do not: they still divide infinity by infinity"
    ) { (a: Double, b: Double) -> Slopes in
      let sum = exp(a) + exp(b)
      return (smooth(a, b), exp(a) / sum, exp(b) / sum)
    },
    smoothMaximum.mistake(
      "take the larger of both out of the sum: yours always takes a, and b may be far above it"
    ) { (a: Double, b: Double) -> Slopes in
      let sum = 1 + exp(b - a)
      return (a + log(sum), 1 / sum, exp(b - a) / sum)
    },
    smoothMaximum.mistake(
      "yours is the maximum with its corner: the smaller number has a part in value and slopes too"
    ) { (a: Double, b: Double) -> Slopes in (max(a, b), a >= b ? 1 : 0, a >= b ? 0 : 1) },
    smoothMaximum.mistake(
      "the value is smooth, the slopes are those of the corner: they go from 0 to 1 gradually"
    ) { (a: Double, b: Double) -> Slopes in (smooth(a, b), a >= b ? 1 : 0, a >= b ? 0 : 1) },
    smoothMaximum.mistake(
      "the slope of the logarithm is 1 over what stands in it, the sum, not 1 over the value"
    ) { (a: Double, b: Double) -> Slopes in
      (smooth(a, b), exp(a) / smooth(a, b), exp(b) / smooth(a, b))
    },
    smoothMaximum.mistake(
      "the slope of the logarithm is missing: divide by what stands in it"
    ) { (a: Double, b: Double) -> Slopes in (smooth(a, b), exp(a), exp(b)) },
    smoothMaximum.mistake(
      "what stands in the logarithm has a slope of its own: e^a by a, e^b by b"
    ) { (a: Double, b: Double) -> Slopes in
      (smooth(a, b), exp(-smooth(a, b)), exp(-smooth(a, b)))
    },
    smoothMaximum.mistake(
      "the two slopes are exchanged: the larger number has the larger slope"
    ) { (a: Double, b: Double) -> Slopes in
      (smooth(a, b), exp(b - smooth(a, b)), exp(a - smooth(a, b)))
    },
    smoothMaximum.mistake(
      "half and half is right only where a and b are equal"
    ) { (a: Double, b: Double) -> Slopes in (smooth(a, b), 0.5, 0.5) },
  ]
}
