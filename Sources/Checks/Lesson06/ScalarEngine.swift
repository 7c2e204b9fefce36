import ExerciseKit

extension Checks06 {
  /// The student's type: a node of a graph.
  public typealias ScalarEngine = any GraphNumber.Type

  /// Exercise 6.1.
  public static let scalarEngine = Check<ScalarEngine>(
    "6.1", "A scalar engine: add and multiply", difficulty: 2, minutes: 30,
    file: "Scalar.swift", chapter: chapter, section: "An engine on one page",
    hints: [
      """
      Both operations end with the private initializer: the value, and a list of two parents, each \
      with its slope. Which number is the slope? Move one factor by 0.1 and see how much the \
      product moves.
      """,
      """
      `receive` does two things. It adds to its own gradient. Then it goes through `parents` and \
      calls `receive` of each.
      """,
      """
      What a parent receives is made of what has come in *now*, the argument, and not of the sum \
      so far: that sum was passed on already when its parts came. The name `gradient` means both; \
      `self.gradient` is the sum.
      """,
    ],
    parts: [
      Part("values", points: 1, values),
      Part("gradients of numbers used once", points: 2, usedOnce),
      Part("numbers used again", points: 2, usedAgain),
    ],
    mistakes: [
      Mistake(
        "the slopes of the product are exchanged: the slope along the edge to a factor is the *other* factor",
        Faulty<ExchangedSlopes>.self),
      Mistake(
        "the slopes of the sum: it grows exactly as fast as each of its parts, whatever their values",
        Faulty<SumLikeProduct>.self),
      Mistake(
        "what a parent receives is the slope *times* the gradient that came in: yours passes the slope only",
        Faulty<SlopeOnly>.self),
      Mistake(
        "your numbers pass on what they receive as it is: the slope along the edge is missing",
        Faulty<GradientOnly>.self),
      Mistake(
        "what comes in last wipes out what came before: a number used twice receives twice, and both count",
        Faulty<Overwriting>.self),
      Mistake(
        """
        yours passes on all it has received so far, so the first contribution travels twice: only \
        what has just come in goes on
        """, Faulty<PassingTheSum>.self),
      Mistake(
        "the gradient stops at the first node: it has to go on to the parents",
        Faulty<KeepingAll>.self),
    ])

  // MARK: - Questions

  @Sendable private static func values(_ judge: Judge<ScalarEngine>) {
    func value<N: GraphNumber>(_ type: N.Type, _ a: Double, _ b: Double, sum: Bool) -> Double {
      (sum ? N(a) + N(b) : N(a) * N(b)).value
    }
    for (a, b) in [(5, 3), (-2, 0.5), (0, 4)] as [(Double, Double)] {
      judge.ask("(Scalar(\(a)) + Scalar(\(b))).value", expect: a + b) { type in
        value(type, a, b, sum: true)
      }
      judge.ask("(Scalar(\(a)) * Scalar(\(b))).value", expect: a * b) { type in
        value(type, a, b, sum: false)
      }
    }
  }

  @Sendable private static func usedOnce(_ judge: Judge<ScalarEngine>) {
    func sum<N: GraphNumber>(_ type: N.Type, _ seed: Double) -> (a: Double, b: Double) {
      let a = N(5), b = N(3)
      (a + b).receive(seed)
      return (a.gradient, b.gradient)
    }
    func product<N: GraphNumber>(_ type: N.Type, _ seed: Double) -> (a: Double, b: Double) {
      let a = N(5), b = N(3)
      (a * b).receive(seed)
      return (a.gradient, b.gradient)
    }
    for seed in [1, 2.5] {
      judge.ask(
        "a, b = Scalar(5), Scalar(3); (a + b).receive(\(seed)); the gradients of a, b",
        expect: (a: seed, b: seed)
      ) { type in sum(type, seed) }
      judge.ask(
        "a, b = Scalar(5), Scalar(3); (a * b).receive(\(seed)); the gradients of a, b",
        expect: (a: 3 * seed, b: 5 * seed)
      ) { type in product(type, seed) }
    }
    func mixed<N: GraphNumber>(_ type: N.Type, _ x: [Double]) -> [Float] {
      let leaves = x.map { N($0) }
      ((leaves[0] + leaves[1]) * (leaves[2] * leaves[3])).receive(1)
      return leaves.map { Float($0.gradient) }
    }
    for x in [[2, 7, -3, 0.5], judge.generator.floats(4).map { 3 * Double($0) }] {
      let (s, p) = (x[0] + x[1], x[2] * x[3])
      judge.ask(
        """
        a, b, c, d = \(x); ((a + b) * (c * d)).receive(1); the gradients of a, b, c, d
        """, expect: [p, p, s * x[3], s * x[2]].map { Float($0) }
      ) { type in mixed(type, x) }
    }
  }

  @Sendable private static func usedAgain(_ judge: Judge<ScalarEngine>) {
    func example<N: GraphNumber>(_ type: N.Type) -> (a: Double, b: Double) {
      let a = N(5), b = N(3)
      ((a + b) * b).receive(1)
      return (a.gradient, b.gradient)
    }
    judge.ask(
      "a, b = Scalar(5), Scalar(3); ((a + b) * b).receive(1); the gradients of a, b",
      expect: (a: 3.0, b: 11.0)
    ) { type in example(type) }
    func square<N: GraphNumber>(_ type: N.Type, _ x: Double) -> Double {
      let x = N(x)
      (x * x).receive(1)
      return x.gradient
    }
    judge.ask("x = Scalar(-1.5); (x * x).receive(1); x.gradient", expect: -3) { type in
      square(type, -1.5)
    }
    func inner<N: GraphNumber>(_ type: N.Type, _ a: Double, _ b: Double) -> (
      a: Double, b: Double, u: Double
    ) {
      let a = N(a), b = N(b)
      let u = a + b
      (u * (u * u)).receive(1)
      return (a.gradient, b.gradient, u.gradient)
    }
    for (a, b) in [(1, 2), (0.5, -3)] as [(Double, Double)] {
      let slope = 3 * (a + b) * (a + b)
      judge.ask(
        """
        a, b = \(a), \(b); u = a + b; (u * (u * u)).receive(1); the gradients of a, b, u
        """, expect: (a: slope, b: slope, u: slope)
      ) { type in inner(type, a, b) }
    }
    func twice<N: GraphNumber>(_ type: N.Type) -> (a: Double, b: Double, p: Double) {
      let a = N(4), b = N(0.5)
      let product = a * b
      product.receive(1)
      product.receive(10)
      return (a.gradient, b.gradient, product.gradient)
    }
    judge.ask(
      "a, b = Scalar(4), Scalar(0.5); p = a * b; p.receive(1); p.receive(10); the gradients of a, b, p",
      expect: (a: 5.5, b: 44.0, p: 11.0)
    ) { type in twice(type) }
  }
}

// MARK: - Mistakes

/// How a wrong engine differs from the right one.
private protocol Faults {
  static func sumSlopes(_ left: Double, _ right: Double) -> (Double, Double)
  static func productSlopes(_ left: Double, _ right: Double) -> (Double, Double)
  static func total(_ before: Double, _ received: Double) -> Double
  static func share(_ slope: Double, _ received: Double, total: Double) -> Double?
}

extension Faults {
  static func sumSlopes(_ left: Double, _ right: Double) -> (Double, Double) { (1, 1) }
  static func productSlopes(_ left: Double, _ right: Double) -> (Double, Double) { (right, left) }
  static func total(_ before: Double, _ received: Double) -> Double { before + received }
  static func share(_ slope: Double, _ received: Double, total: Double) -> Double? {
    slope * received
  }
}

private enum ExchangedSlopes: Faults {
  static func productSlopes(_ left: Double, _ right: Double) -> (Double, Double) { (left, right) }
}

private enum SumLikeProduct: Faults {
  static func sumSlopes(_ left: Double, _ right: Double) -> (Double, Double) { (right, left) }
}

private enum SlopeOnly: Faults {
  static func share(_ slope: Double, _ received: Double, total: Double) -> Double? { slope }
}

private enum GradientOnly: Faults {
  static func share(_ slope: Double, _ received: Double, total: Double) -> Double? { received }
}

private enum Overwriting: Faults {
  static func total(_ before: Double, _ received: Double) -> Double { received }
}

private enum PassingTheSum: Faults {
  static func share(_ slope: Double, _ received: Double, total: Double) -> Double? {
    slope * total
  }
}

private enum KeepingAll: Faults {
  static func share(_ slope: Double, _ received: Double, total: Double) -> Double? { nil }
}

private final class Faulty<Fault: Faults>: GraphNumber {
  let value: Double
  private(set) var gradient = 0.0
  private let parents: [(node: Faulty, slope: Double)]

  init(_ value: Double) {
    self.value = value
    parents = []
  }

  private init(_ value: Double, _ left: Faulty, _ right: Faulty, _ slopes: (Double, Double)) {
    self.value = value
    parents = [(left, slopes.0), (right, slopes.1)]
  }

  static func + (left: Faulty, right: Faulty) -> Faulty {
    Faulty(left.value + right.value, left, right, Fault.sumSlopes(left.value, right.value))
  }

  static func * (left: Faulty, right: Faulty) -> Faulty {
    Faulty(left.value * right.value, left, right, Fault.productSlopes(left.value, right.value))
  }

  func receive(_ gradient: Double) {
    self.gradient = Fault.total(self.gradient, gradient)
    for (parent, slope) in parents {
      Fault.share(slope, gradient, total: self.gradient).map { parent.receive($0) }
    }
  }
}
