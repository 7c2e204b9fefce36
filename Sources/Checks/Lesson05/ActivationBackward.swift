import ExerciseKit

extension Checks05 {
  /// The three functions of exercise 5.2.
  public struct ActivationBackward: Sendable {
    /// From answers (or sums) and slopes to slopes.
    public typealias Rule = @Sendable (_ known: [Float], _ slopes: [Float]) -> [Float]

    var sigmoid: Rule
    var tanh: Rule
    var relu: Rule

    /// Gathers the three answers.
    public init(sigmoid: @escaping Rule, tanh: @escaping Rule, relu: @escaping Rule) {
      self.sigmoid = sigmoid
      self.tanh = tanh
      self.relu = relu
    }

    /// The right three with some of them replaced.
    static func with(_ change: (inout ActivationBackward) -> Void) -> ActivationBackward {
      var answers = ActivationBackward(
        sigmoid: each { a, slope in slope * a * (1 - a) },
        tanh: each { a, slope in slope * (1 - a * a) },
        relu: each { z, slope in z > 0 ? slope : 0 })
      change(&answers)
      return answers
    }
  }

  /// The rule that treats each unit alike.
  private static func each(
    _ unit: @escaping @Sendable (Float, Float) -> Float
  ) -> ActivationBackward.Rule {
    { known, slopes in zip(known, slopes).map { unit($0, $1) } }
  }

  /// Exercise 5.2.
  public static let activationBackward = Check<ActivationBackward>(
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
        ActivationBackward(
          sigmoid: each { a, _ in a * (1 - a) }, tanh: each { a, _ in 1 - a * a },
          relu: each { z, _ in z > 0 ? 1 : 0 })),
      Mistake(
        "the slope was added to f'(z): the chain rule multiplies",
        ActivationBackward(
          sigmoid: each { a, slope in slope + a * (1 - a) },
          tanh: each { a, slope in slope + 1 - a * a },
          relu: each { z, slope in slope + (z > 0 ? 1 : 0) })),
      Mistake(
        "a is the answer of the sigmoid already: yours sends it through once more",
        .with {
          $0.sigmoid = each { a, slope in
            let again = Float(0.5) + a / 4 - a * a * a / 48 + a * a * a * a * a / 480
            return slope * again * (1 - again)
          }
        }),
      Mistake(
        "the sign: a (1 - a) is positive for every answer between 0 and 1",
        .with { $0.sigmoid = each { a, slope in slope * a * (a - 1) } }),
      Mistake(
        "a factor is missing: yours is 1 - a, and the sigmoid's derivative is a (1 - a)",
        .with { $0.sigmoid = each { a, slope in slope * (1 - a) } }),
      Mistake(
        "the square is missing: the derivative of tanh is 1 - a^2, not 1 - a",
        .with { $0.tanh = each { a, slope in slope * (1 - a) } }),
      Mistake(
        "that is the derivative of the sigmoid: tanh has 1 - a^2",
        .with { $0.tanh = each { a, slope in slope * a * (1 - a) } }),
      Mistake(
        "the slope decides in yours: it is the sum z that is asked whether it is above 0",
        .with { $0.relu = each { _, slope in max(0, slope) } }),
      Mistake(
        "the ReLU hands the slope down whole or not at all: yours multiplies it by z",
        .with { $0.relu = each { z, slope in max(0, z) * slope } }),
      Mistake(
        "at z = 0 exactly the derivative is taken as 0: yours lets the slope through",
        .with { $0.relu = each { z, slope in z >= 0 ? slope : 0 } }),
    ])

  @Sendable private static func askSigmoid(_ judge: Judge<ActivationBackward>) {
    let right = ActivationBackward.with { _ in }.sigmoid
    for (a, slopes) in softCases(judge, in: 0...1) {
      judge.ask("sigmoidBackward(answers: \(a), slopes: \(slopes))", expect: right(a, slopes)) {
        $0.sigmoid(a, slopes)
      }
    }
  }

  @Sendable private static func askTanh(_ judge: Judge<ActivationBackward>) {
    let right = ActivationBackward.with { _ in }.tanh
    for (a, slopes) in softCases(judge, in: -1...1) {
      judge.ask("tanhBackward(answers: \(a), slopes: \(slopes))", expect: right(a, slopes)) {
        $0.tanh(a, slopes)
      }
    }
  }

  @Sendable private static func askReLU(_ judge: Judge<ActivationBackward>) {
    let right = ActivationBackward.with { _ in }.relu
    let cases: [([Float], [Float])] = [
      ([3], [5]), ([2, -2, 0.5, -0.5], [3, 3, -4, -4]), ([0, 1], [7, 7]), ([], []),
      (judge.generator.floats(6), judge.generator.floats(6)),
    ]
    for (z, slopes) in cases {
      judge.ask("reluBackward(sums: \(z), slopes: \(slopes))", expect: right(z, slopes)) {
        $0.relu(z, slopes)
      }
    }
  }

  private static func softCases(
    _ judge: Judge<ActivationBackward>, in range: ClosedRange<Float>
  ) -> [([Float], [Float])] {
    [
      ([0.75], [8]), ([0.25, 0.5, 0.9], [-2, 3, 10]), ([0, 1], [4, 5]), ([], []),
      (judge.generator.floats(5, in: range), judge.generator.floats(5, in: -3...3)),
    ]
  }
}
