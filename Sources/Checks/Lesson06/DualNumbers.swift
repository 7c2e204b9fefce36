import AnswerProtocol
import ExerciseKit
import Foundation

extension Checks06 {
  /// Exercise 6.4.
  static let dualNumbers = Check(
    "6.4", "Dual numbers", difficulty: 2, minutes: 35,
    file: "Dual.swift", chapter: chapter, section: "Forwards: dual numbers",
    hints: [
      """
      Every result needs two numbers: the value as if nothing else were there, and the derivative \
      by the rule of school. Begin with the sum; both are one line.
      """,
      """
      In the product rule u' v + u v' the four numbers are `left.derivative`, `right.value`, \
      `left.value` and `right.derivative`.
      """,
      """
      A function of a function: the slope of the function at `value`, times `derivative`. For the \
      sine that slope is the cosine, for the logarithm one over the value.
      """,
      """
      Three numbers stand in the loop: x, the first guess, and the 2 of the mean. Which of them \
      change when x changes, and how fast? After that the loop is written as for plain numbers.
      """,
    ],
    parts: [
      Part("sum, difference and product", points: 1) { judge in
        sums(judge)
        products(judge)
      },
      Part("quotient", points: 1, quotients),
      Part("functions", points: 1, functions),
      Part("a whole formula", points: 1, formula),
      Part("a loop", points: 1, askLoop),
    ],
    mistakes: [
      dual.mistake(
        "the derivative of u - v is u' - v': yours adds"
      ) { $0.run(with: RuledDual<AddingDifference>.self) },
      dual.mistake(
        "the derivative of a product is not the product of the derivatives: it is u' v + u v'"
      ) { $0.run(with: RuledDual<ProductOfDerivatives>.self) },
      dual.mistake(
        "in u' v + u v' each derivative meets the *other* value: yours has u' u + v v'"
      ) { $0.run(with: RuledDual<OwnValues>.self) },
      dual.mistake(
        "the numerator of the quotient rule has the wrong sign: u' v comes first, u v' is taken away"
      ) { $0.run(with: RuledDual<TurnedQuotient>.self) },
      dual.mistake(
        "the quotient rule divides by v squared: yours divides by v"
      ) { $0.run(with: RuledDual<NotSquared>.self) },
      dual.mistake(
        "the derivative of a quotient is not the quotient of the derivatives"
      ) { $0.run(with: RuledDual<QuotientOfDerivatives>.self) },
      dual.mistake(
        "the chain rule is missing in your functions: their slope has to be multiplied by `derivative`"
      ) { $0.run(with: RuledDual<NoChain>.self) },
      dual.mistake(
        "the slopes of your functions are taken at the derivative: the place is `value`"
      ) { $0.run(with: RuledDual<WrongPlace>.self) },
      dual.mistake(
        "the derivative of the sine is the cosine, without a minus: that belongs to the cosine's own"
      ) { $0.run(with: RuledDual<MinusCosine>.self) },
    ] + mistakesOfLoop)

  // MARK: - Questions

  private static let dual = Function("Dual") { (program: NumberProgram) in
    program.run(with: RuledDual<RightRules>.self)
  }

  private typealias Step = NumberProgram.Step

  /// Two numbers, one operation; value and derivative of the result.
  private static func ask(
    _ judge: Judge, _ sign: String, _ operation: (Int, Int) -> Step
  ) {
    let random = judge.generator.floats(4, in: 0.5...3).map(Double.init)
    let cases: [([Double], [Double])] = [
      ([5, 1], [3, 0]), ([5, 0], [3, 1]), ([2, 3], [4, 7]), ([-1.5, 2], [0.5, -4]),
      (Array(random[..<2]), Array(random[2...])),
    ]
    for (u, v) in cases {
      judge.ask(
        dual,
        [
          .leaf(u[0], derivative: u[1]), .leaf(v[0], derivative: v[1]), operation(0, 1),
          .value(2), .derivative(2),
        ],
        asked: """
          Dual(\(u[0]), derivative: \(u[1])) \(verbatim: sign) \
          Dual(\(v[0]), derivative: \(v[1])): value and derivative
          """)
    }
  }

  @Sendable private static func sums(_ judge: Judge) {
    ask(judge, "+", Step.plus)
    ask(judge, "-", Step.minus)
  }

  @Sendable private static func products(_ judge: Judge) { ask(judge, "*", Step.times) }

  @Sendable private static func quotients(_ judge: Judge) { ask(judge, "/", Step.over) }

  @Sendable private static func functions(_ judge: Judge) {
    let random = judge.generator.floats(2, in: 0.5...3).map(Double.init)
    let all: [(String, (Int) -> Step)] = [
      ("exponential", Step.exponential), ("logarithm", Step.logarithm), ("sine", Step.sine),
    ]
    for (name, function) in all {
      for x in [[2, 1], [0.5, 3], [1, -2], random] as [[Double]] {
        judge.ask(
          dual, [.leaf(x[0], derivative: x[1]), function(0), .value(1), .derivative(1)],
          asked: """
            Dual(\(x[0]), derivative: \(x[1])).\(verbatim: name)(): value and derivative
            """)
      }
    }
  }

  @Sendable private static func formula(_ judge: Judge) {
    let random = judge.generator.floats(2).map(Double.init)
    for (da, db) in [(1, 0), (0, 1), (random[0], random[1])] as [(Double, Double)] {
      judge.ask(
        dual,
        [
          .leaf(2, derivative: da), .leaf(5, derivative: db), .logarithm(0), .times(0, 1),
          .plus(2, 3), .sine(1), .minus(4, 5), .plus(0, 1), .over(6, 7), .exponential(8),
          .value(6), .derivative(6), .value(9), .derivative(9),
        ],
        asked: """
          a, b = Dual(2, derivative: \(da)), Dual(5, derivative: \(db)); \
          f = a.logarithm() + a * b - b.sine(); g = (f / (a + b)).exponential(); \
          value and derivative of f and of g
          """)
    }
  }
}

// MARK: - Rules, right and wrong

/// The derivatives of the operations; a mistake replaces one of them.
private protocol DualRules {
  typealias Pair = (value: Double, derivative: Double)
  static func difference(_ u: Pair, _ v: Pair) -> Double
  static func product(_ u: Pair, _ v: Pair) -> Double
  static func quotient(_ u: Pair, _ v: Pair) -> Double
  static func chain(_ slope: (Double) -> Double, _ u: Pair) -> Double
  static func sineSlope(_ x: Double) -> Double
}

extension DualRules {
  static func difference(_ u: Pair, _ v: Pair) -> Double { u.derivative - v.derivative }
  static func product(_ u: Pair, _ v: Pair) -> Double {
    u.derivative * v.value + u.value * v.derivative
  }
  static func quotient(_ u: Pair, _ v: Pair) -> Double {
    (u.derivative * v.value - u.value * v.derivative) / (v.value * v.value)
  }
  static func chain(_ slope: (Double) -> Double, _ u: Pair) -> Double {
    slope(u.value) * u.derivative
  }
  static func sineSlope(_ x: Double) -> Double { cos(x) }
}

private enum RightRules: DualRules {}

private enum AddingDifference: DualRules {
  static func difference(_ u: Pair, _ v: Pair) -> Double { u.derivative + v.derivative }
}

private enum ProductOfDerivatives: DualRules {
  static func product(_ u: Pair, _ v: Pair) -> Double { u.derivative * v.derivative }
}

private enum OwnValues: DualRules {
  static func product(_ u: Pair, _ v: Pair) -> Double {
    u.derivative * u.value + v.value * v.derivative
  }
}

private enum TurnedQuotient: DualRules {
  static func quotient(_ u: Pair, _ v: Pair) -> Double {
    (u.value * v.derivative - u.derivative * v.value) / (v.value * v.value)
  }
}

private enum NotSquared: DualRules {
  static func quotient(_ u: Pair, _ v: Pair) -> Double {
    (u.derivative * v.value - u.value * v.derivative) / v.value
  }
}

private enum QuotientOfDerivatives: DualRules {
  static func quotient(_ u: Pair, _ v: Pair) -> Double { u.derivative / v.derivative }
}

private enum NoChain: DualRules {
  static func chain(_ slope: (Double) -> Double, _ u: Pair) -> Double { slope(u.value) }
}

private enum WrongPlace: DualRules {
  static func chain(_ slope: (Double) -> Double, _ u: Pair) -> Double {
    slope(u.derivative) * u.derivative
  }
}

private enum MinusCosine: DualRules {
  static func sineSlope(_ x: Double) -> Double { -cos(x) }
}

private struct RuledDual<Rules: DualRules>: DualNumber {
  var value: Double
  var derivative: Double

  init(_ value: Double, derivative: Double) {
    self.value = value
    self.derivative = derivative
  }

  private var pair: (value: Double, derivative: Double) { (value, derivative) }

  static func + (left: Self, right: Self) -> Self {
    Self(left.value + right.value, derivative: left.derivative + right.derivative)
  }

  static func - (left: Self, right: Self) -> Self {
    Self(left.value - right.value, derivative: Rules.difference(left.pair, right.pair))
  }

  static func * (left: Self, right: Self) -> Self {
    Self(left.value * right.value, derivative: Rules.product(left.pair, right.pair))
  }

  static func / (left: Self, right: Self) -> Self {
    Self(left.value / right.value, derivative: Rules.quotient(left.pair, right.pair))
  }

  func exponential() -> Self { Self(exp(value), derivative: Rules.chain({ exp($0) }, pair)) }

  func logarithm() -> Self { Self(log(value), derivative: Rules.chain({ 1 / $0 }, pair)) }

  func sine() -> Self { Self(sin(value), derivative: Rules.chain(Rules.sineSlope, pair)) }
}
