import ExerciseKit
import Foundation

extension Checks06 {
  /// The student's type: a number with its derivative.
  public typealias DualNumbers = any DualNumber.Type

  /// Exercise 6.4.
  public static let dualNumbers = Check<DualNumbers>(
    "6.4", "Dual numbers", difficulty: 2, minutes: 25,
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
    ],
    parts: [
      Part("sum and difference", points: 1, sums),
      Part("product", points: 1, products),
      Part("quotient", points: 1, quotients),
      Part("functions", points: 1, functions),
      Part("a whole formula", points: 1, formula),
    ],
    mistakes: [
      Mistake("the derivative of u - v is u' - v': yours adds", RuledDual<AddingDifference>.self),
      Mistake(
        "the derivative of a product is not the product of the derivatives: it is u' v + u v'",
        RuledDual<ProductOfDerivatives>.self),
      Mistake(
        "in u' v + u v' each derivative meets the *other* value: yours has u' u + v v'",
        RuledDual<OwnValues>.self),
      Mistake(
        "the numerator of the quotient rule has the wrong sign: u' v comes first, u v' is taken away",
        RuledDual<TurnedQuotient>.self),
      Mistake(
        "the quotient rule divides by v squared: yours divides by v",
        RuledDual<NotSquared>.self),
      Mistake(
        "the derivative of a quotient is not the quotient of the derivatives",
        RuledDual<QuotientOfDerivatives>.self),
      Mistake(
        "the chain rule is missing in your functions: their slope has to be multiplied by `derivative`",
        RuledDual<NoChain>.self),
      Mistake(
        "the slopes of your functions are taken at the derivative: the place is `value`",
        RuledDual<WrongPlace>.self),
      Mistake(
        "the derivative of the sine is the cosine, without a minus: that belongs to the cosine's own",
        RuledDual<MinusCosine>.self),
    ])

  // MARK: - Questions

  private enum Operation: String { case plus = "+", minus = "-", times = "*", over = "/" }

  private static func pair<N: DualNumber>(
    _ type: N.Type, _ operation: Operation, _ u: [Double], _ v: [Double]
  ) -> (value: Double, derivative: Double) {
    let (u, v) = (N(u[0], derivative: u[1]), N(v[0], derivative: v[1]))
    let result =
      switch operation {
      case .plus: u + v
      case .minus: u - v
      case .times: u * v
      case .over: u / v
      }
    return (result.value, result.derivative)
  }

  private static func ask(
    _ judge: Judge<DualNumbers>, _ operation: Operation,
    _ cases: [([Double], [Double])]
  ) {
    for (u, v) in cases {
      judge.ask(
        """
        Dual(\(u[0]), derivative: \(u[1])) \(verbatim: operation.rawValue) \
        Dual(\(v[0]), derivative: \(v[1]))
        """, expect: pair(RuledDual<RightRules>.self, operation, u, v)
      ) { type in pair(type, operation, u, v) }
    }
  }

  private static let cases: [([Double], [Double])] = [
    ([5, 1], [3, 0]), ([5, 0], [3, 1]), ([2, 3], [4, 7]), ([-1.5, 2], [0.5, -4]),
  ]

  @Sendable private static func sums(_ judge: Judge<DualNumbers>) {
    ask(judge, .plus, cases)
    ask(judge, .minus, cases)
  }

  @Sendable private static func products(_ judge: Judge<DualNumbers>) {
    ask(judge, .times, cases)
  }

  @Sendable private static func quotients(_ judge: Judge<DualNumbers>) {
    ask(judge, .over, cases)
  }

  @Sendable private static func functions(_ judge: Judge<DualNumbers>) {
    func three<N: DualNumber>(_ type: N.Type, _ name: String, _ x: [Double]) -> (
      value: Double, derivative: Double
    ) {
      let x = N(x[0], derivative: x[1])
      let y = name == "exponential" ? x.exponential() : name == "sine" ? x.sine() : x.logarithm()
      return (y.value, y.derivative)
    }
    for name in ["exponential", "logarithm", "sine"] {
      for x in [[2, 1], [0.5, 3], [1, -2]] as [[Double]] {
        judge.ask(
          "Dual(\(x[0]), derivative: \(x[1])).\(verbatim: name)()",
          expect: three(RuledDual<RightRules>.self, name, x)
        ) { type in three(type, name, x) }
      }
    }
  }

  @Sendable private static func formula(_ judge: Judge<DualNumbers>) {
    func survey<N: DualNumber>(_ type: N.Type, _ a: [Double], _ b: [Double]) -> [Float] {
      let (a, b) = (N(a[0], derivative: a[1]), N(b[0], derivative: b[1]))
      let f = a.logarithm() + a * b - b.sine()
      let g = (f / (a + b)).exponential()
      return [f.value, f.derivative, g.value, g.derivative].map { Float($0) }
    }
    for (da, db) in [(1, 0), (0, 1)] as [(Double, Double)] {
      judge.ask(
        """
        a, b = Dual(2, derivative: \(da)), Dual(5, derivative: \(db)); \
        f = a.logarithm() + a * b - b.sine(); g = (f / (a + b)).exponential(); \
        value and derivative of f and of g
        """, expect: survey(RuledDual<RightRules>.self, [2, da], [5, db])
      ) { type in survey(type, [2, da], [5, db]) }
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
