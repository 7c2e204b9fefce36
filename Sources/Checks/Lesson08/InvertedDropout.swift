import ExerciseKit

extension Checks08 {
  /// The two halves of exercise 8.4.
  public struct DropoutAnswer: Sendable {
    /// dropout(_:rate:draws:isTraining:), its arguments in their order.
    public typealias Forward =
      @Sendable (_ units: [Float], _ rate: Float, _ draws: [Float], _ isTraining: Bool) -> [Float]
    /// dropoutGradient(_:rate:draws:), its arguments in their order.
    public typealias Backward =
      @Sendable (_ gradient: [Float], _ rate: Float, _ draws: [Float]) -> [Float]

    let forward: Forward
    let backward: Backward

    /// dropout(_:rate:draws:isTraining:) and dropoutGradient(_:rate:draws:).
    public init(forward: @escaping Forward, backward: @escaping Backward) {
      self.forward = forward
      self.backward = backward
    }
  }

  /// Exercise 8.4.
  public static let invertedDropout = Check<DropoutAnswer>(
    "8.4", "Inverted dropout", difficulty: 2, minutes: 20,
    file: "InvertedDropout.swift", chapter: "08-generalization.md", section: "Dropout",
    replaces: ["Dropout"],
    hints: [
      "When the network is used, dropout returns what it was given.",
      "Each unit is multiplied by one of two numbers. Which two, and who decides?",
      "On the way back the gradient is multiplied by the very same number: that is all.",
    ],
    parts: [
      Part("while the network learns", points: 2, whileLearning),
      Part("when it is used", points: 1, whenUsed),
      Part("the gradient", points: 1, gradients),
    ],
    mistakes: [
      forwardMistake("the units that stay are not made louder: divide them by 1 - rate") {
        units, rate, draws, isTraining in
        isTraining ? masked(units, draws) { $0 >= rate ? 1 : 0 } : units
      },
      forwardMistake("divide by 1 - rate, the chance to stay, not by rate") {
        units, rate, draws, isTraining in
        isTraining ? masked(units, draws) { $0 >= rate ? 1 / rate : 0 } : units
      },
      forwardMistake("the wrong units are silenced: a unit stays when its draw is at least rate") {
        units, rate, draws, isTraining in
        isTraining ? masked(units, draws) { $0 < rate ? 1 / (1 - rate) : 0 } : units
      },
      forwardMistake("a draw equal to rate keeps its unit: at least, not more than") {
        units, rate, draws, isTraining in
        isTraining ? masked(units, draws) { $0 > rate ? 1 / (1 - rate) : 0 } : units
      },
      forwardMistake("multiplied by 1 - rate the units become quieter: divide") {
        units, rate, draws, isTraining in
        isTraining ? masked(units, draws) { $0 >= rate ? 1 - rate : 0 } : units
      },
      forwardMistake("yours silences units when the network is used: isTraining is false there") {
        units, rate, draws, _ in
        masked(units, draws) { $0 >= rate ? 1 / (1 - rate) : 0 }
      },
      forwardMistake("when the network is used nothing is scaled: the training has done it already")
      {
        units, rate, draws, isTraining in
        isTraining
          ? masked(units, draws) { $0 >= rate ? 1 / (1 - rate) : 0 }
          : units.map { $0 * (1 - rate) }
      },
      backwardMistake("a silenced unit gets no gradient: it had no part in the loss") {
        gradient, rate, _ in
        gradient.map { $0 / (1 - rate) }
      },
      backwardMistake("the gradient of a unit that was made louder is larger by the same factor") {
        gradient, rate, draws in
        masked(gradient, draws) { $0 >= rate ? 1 : 0 }
      },
      backwardMistake("the gradient passes through unchanged: it needs the mask and the factor") {
        gradient, _, _ in
        gradient
      },
    ])

  private static func forwardMistake(
    _ likely: Text, _ forward: @escaping DropoutAnswer.Forward
  ) -> Mistake<DropoutAnswer> {
    Mistake(likely, DropoutAnswer(forward: forward, backward: rightBackward))
  }

  private static func backwardMistake(
    _ likely: Text, _ backward: @escaping DropoutAnswer.Backward
  ) -> Mistake<DropoutAnswer> {
    Mistake(likely, DropoutAnswer(forward: rightForward, backward: backward))
  }

  @Sendable private static func whileLearning(_ judge: Judge<DropoutAnswer>) {
    askForward(judge, [2, 4, 6], 0.5, [0.9, 0.1, 0.5], true)
    askForward(judge, [3, -6, 9, 1.5], 0.25, [0.25, 0.2, 0.8, 0.3], true)
    askForward(judge, [1, 2], 0, [0, 0.5], true)
    askForward(judge, [], 0.5, [], true)
    let (units, draws) = (judge.generator.floats(9), judge.generator.floats(9, in: 0...1))
    askForward(judge, units, 0.3, draws, true)
  }

  @Sendable private static func whenUsed(_ judge: Judge<DropoutAnswer>) {
    askForward(judge, [2, 4, 6], 0.5, [0.9, 0.1, 0.5], false)
    askForward(judge, [3, -6, 9], 0.25, [0.2, 0.1, 0.8], false)
  }

  @Sendable private static func gradients(_ judge: Judge<DropoutAnswer>) {
    askBackward(judge, [1, -2, 3], 0.5, [0.9, 0.1, 0.5])
    askBackward(judge, [4, 0.5, -1, 2], 0.75, [0.8, 0.75, 0.7, 0.99])
    let (gradient, draws) = (judge.generator.floats(7), judge.generator.floats(7, in: 0...1))
    askBackward(judge, gradient, 0.4, draws)
  }

  private static func askForward(
    _ judge: Judge<DropoutAnswer>, _ units: [Float], _ rate: Float, _ draws: [Float],
    _ isTraining: Bool
  ) {
    judge.ask(
      "dropout(\(units), rate: \(rate), draws: \(draws), isTraining: \(isTraining))",
      expect: rightForward(units, rate, draws, isTraining)
    ) { $0.forward(units, rate, draws, isTraining) }
  }

  private static func askBackward(
    _ judge: Judge<DropoutAnswer>, _ gradient: [Float], _ rate: Float, _ draws: [Float]
  ) {
    judge.ask(
      "dropoutGradient(\(gradient), rate: \(rate), draws: \(draws))",
      expect: rightBackward(gradient, rate, draws)
    ) { $0.backward(gradient, rate, draws) }
  }

  @Sendable private static func rightForward(
    _ units: [Float], _ rate: Float, _ draws: [Float], _ isTraining: Bool
  ) -> [Float] {
    isTraining ? rightBackward(units, rate, draws) : units
  }

  @Sendable private static func rightBackward(
    _ gradient: [Float], _ rate: Float, _ draws: [Float]
  ) -> [Float] {
    masked(gradient, draws) { $0 >= rate ? 1 / (1 - rate) : 0 }
  }

  /// Each number times what its draw decides.
  private static func masked(
    _ values: [Float], _ draws: [Float], _ factor: (Float) -> Float
  ) -> [Float] {
    zip(values, draws).map { $0 * factor($1) }
  }
}
