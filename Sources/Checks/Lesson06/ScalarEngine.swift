import AnswerProtocol
import ExerciseKit

extension Checks06 {
  /// Exercise 6.1.
  static let scalarEngine = Check(
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
      scalar.mistake(
        "the slopes of the product are exchanged: the slope along the edge to a factor is the *other* factor"
      ) { $0.run(with: Faulty<ExchangedSlopes>.self) },
      scalar.mistake(
        "the slopes of the sum: it grows exactly as fast as each of its parts, whatever their values"
      ) { $0.run(with: Faulty<SumLikeProduct>.self) },
      scalar.mistake(
        "what a parent receives is the slope *times* the gradient that came in: yours passes the slope only"
      ) { $0.run(with: Faulty<SlopeOnly>.self) },
      scalar.mistake(
        "your numbers pass on what they receive as it is: the slope along the edge is missing"
      ) { $0.run(with: Faulty<GradientOnly>.self) },
      scalar.mistake(
        "what comes in last wipes out what came before: a number used twice receives twice, and both count"
      ) { $0.run(with: Faulty<Overwriting>.self) },
      scalar.mistake(
        """
        yours passes on all it has received so far, so the first contribution travels twice: only \
        what has just come in goes on
        """
      ) { $0.run(with: Faulty<PassingTheSum>.self) },
      scalar.mistake(
        "the gradient stops at the first node: it has to go on to the parents"
      ) { $0.run(with: Faulty<KeepingAll>.self) },
    ])

  // MARK: - Questions

  private static let scalar = Function("Scalar") { (program: NumberProgram) in
    program.run(with: Faulty<NoFault>.self)
  }

  @Sendable private static func values(_ judge: Judge) {
    let random = judge.generator.floats(2, in: -9...9).map(Double.init)
    for (a, b) in [(5, 3), (-2, 0.5), (0, 4), (random[0], random[1])] as [(Double, Double)] {
      judge.ask(
        scalar, [.leaf(a), .leaf(b), .plus(0, 1), .value(2)],
        asked: "(Scalar(\(a)) + Scalar(\(b))).value")
      judge.ask(
        scalar, [.leaf(a), .leaf(b), .times(0, 1), .value(2)],
        asked: "(Scalar(\(a)) * Scalar(\(b))).value")
    }
  }

  @Sendable private static func usedOnce(_ judge: Judge) {
    for seed in [1, 2.5] {
      judge.ask(
        scalar, [.leaf(5), .leaf(3), .plus(0, 1), .receive(2, seed), .gradient(0), .gradient(1)],
        asked: "a, b = Scalar(5), Scalar(3); (a + b).receive(\(seed)); the gradients of a, b")
      judge.ask(
        scalar, [.leaf(5), .leaf(3), .times(0, 1), .receive(2, seed), .gradient(0), .gradient(1)],
        asked: "a, b = Scalar(5), Scalar(3); (a * b).receive(\(seed)); the gradients of a, b")
    }
    for x in [[2, 7, -3, 0.5], judge.generator.floats(4).map { 3 * Double($0) }] {
      judge.ask(
        scalar,
        [
          .leaf(x[0]), .leaf(x[1]), .leaf(x[2]), .leaf(x[3]), .plus(0, 1), .times(2, 3),
          .times(4, 5), .receive(6, 1), .gradient(0), .gradient(1), .gradient(2), .gradient(3),
        ],
        asked: """
          a, b, c, d = \(x); ((a + b) * (c * d)).receive(1); the gradients of a, b, c, d
          """)
    }
  }

  @Sendable private static func usedAgain(_ judge: Judge) {
    judge.ask(
      scalar,
      [
        .leaf(5), .leaf(3), .plus(0, 1), .times(2, 1), .receive(3, 1), .gradient(0), .gradient(1),
      ],
      asked: "a, b = Scalar(5), Scalar(3); ((a + b) * b).receive(1); the gradients of a, b")
    let random = judge.generator.floats(2, in: -3...3).map(Double.init)
    for x in [-1.5, random[0]] {
      judge.ask(
        scalar, [.leaf(x), .times(0, 0), .receive(1, 1), .gradient(0)],
        asked: "x = Scalar(\(x)); (x * x).receive(1); x.gradient")
      judge.ask(
        scalar, [.leaf(x), .plus(0, 0), .receive(1, 1), .gradient(0)],
        asked: "x = Scalar(\(x)); (x + x).receive(1); x.gradient")
    }
    for (a, b) in [(1, 2), (0.5, -3), (random[0], random[1])] as [(Double, Double)] {
      judge.ask(
        scalar,
        [
          .leaf(a), .leaf(b), .plus(0, 1), .times(2, 2), .times(2, 3), .receive(4, 1),
          .gradient(0), .gradient(1), .gradient(2),
        ],
        asked: """
          a, b = \(a), \(b); u = a + b; (u * (u * u)).receive(1); the gradients of a, b, u
          """)
    }
    judge.ask(
      scalar,
      [
        .leaf(4), .leaf(0.5), .times(0, 1), .receive(2, 1), .receive(2, 10), .gradient(0),
        .gradient(1), .gradient(2),
      ],
      asked: """
        a, b = Scalar(4), Scalar(0.5); p = a * b; p.receive(1); p.receive(10); \
        the gradients of a, b, p
        """)
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

private enum NoFault: Faults {}

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
