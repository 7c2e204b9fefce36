import ExerciseKit

extension Checks08 {
  /// Exercise 8.4.
  static let invertedDropout = Check(
    "8.4", "Inverted dropout", difficulty: 2, minutes: 35,
    file: "InvertedDropout.swift", chapter: "08-generalization.md", section: "Dropout",
    replaces: ["Dropout"],
    hints: [
      "When the network is used, dropout returns what it was given.",
      "Each unit is multiplied by one of two numbers. Which two, and who decides?",
      "On the way back the gradient is multiplied by the very same number: that is all.",
      """
      The mean of a square is the square of the mean, plus the variance. Inverted dropout was made \
      so that the mean is easy to say. And masks are drawn one by one: variances add up.
      """,
      """
      For the variance take one product p = w x alone: it is p / (1 - rate) or 0. Write down the \
      mean of its square, and take away the square of its mean.
      """,
    ],
    parts: [
      Part("while the network learns", points: 1, whileLearning),
      Part("when it is used", points: 1, whenUsed),
      Part("the gradient", points: 1, gradients),
      Part("what it adds to the loss", points: 2, askExpectedError),
    ],
    mistakes: [
      dropout.mistake("the units that stay are not made louder: divide them by 1 - rate") {
        units, rate, draws, isTraining in
        isTraining ? masked(units, draws) { $0 >= rate ? 1 : 0 } : units
      },
      dropout.mistake("divide by 1 - rate, the chance to stay, not by rate") {
        units, rate, draws, isTraining in
        isTraining ? masked(units, draws) { $0 >= rate ? 1 / rate : 0 } : units
      },
      dropout.mistake("the wrong units are silenced: a unit stays when its draw is at least rate") {
        units, rate, draws, isTraining in
        isTraining ? masked(units, draws) { $0 < rate ? 1 / (1 - rate) : 0 } : units
      },
      dropout.mistake("a draw equal to rate keeps its unit: at least, not more than") {
        units, rate, draws, isTraining in
        isTraining ? masked(units, draws) { $0 > rate ? 1 / (1 - rate) : 0 } : units
      },
      dropout.mistake("multiplied by 1 - rate the units become quieter: divide") {
        units, rate, draws, isTraining in
        isTraining ? masked(units, draws) { $0 >= rate ? 1 - rate : 0 } : units
      },
      dropout.mistake("yours silences units when the network is used: isTraining is false there") {
        units, rate, draws, _ in
        masked(units, draws) { $0 >= rate ? 1 / (1 - rate) : 0 }
      },
      dropout.mistake(
        "when the network is used nothing is scaled: the training has done it already"
      ) {
        units, rate, draws, isTraining in
        isTraining
          ? masked(units, draws) { $0 >= rate ? 1 / (1 - rate) : 0 }
          : units.map { $0 * (1 - rate) }
      },
      dropout.mistake("nothing is silenced: a unit whose draw is below rate becomes 0") {
        units, rate, _, isTraining in isTraining ? units.map { $0 / (1 - rate) } : units
      },
      dropout.mistake("isTraining is turned around: units are silenced while the network learns") {
        units, rate, draws, isTraining in rightForward(units, rate, draws, !isTraining)
      },
      dropoutGradient.mistake(
        "the wrong gradients are silenced: a unit stayed when its draw was at least rate"
      ) {
        gradient, rate, draws in masked(gradient, draws) { $0 < rate ? 1 / (1 - rate) : 0 }
      },
      dropoutGradient.mistake("a draw equal to rate kept its unit on the way there, so here too") {
        gradient, rate, draws in masked(gradient, draws) { $0 > rate ? 1 / (1 - rate) : 0 }
      },
      dropoutGradient.mistake("divide by 1 - rate here too, yours multiplies by it") {
        gradient, rate, draws in masked(gradient, draws) { $0 >= rate ? 1 - rate : 0 }
      },
      dropoutGradient.mistake("a silenced unit gets no gradient: it had no part in the loss") {
        gradient, rate, _ in
        gradient.map { $0 / (1 - rate) }
      },
      dropoutGradient.mistake(
        "the gradient of a unit that was made louder is larger by the same factor"
      ) {
        gradient, rate, draws in
        masked(gradient, draws) { $0 >= rate ? 1 : 0 }
      },
      dropoutGradient.mistake(
        "the gradient passes through unchanged: it needs the mask and the factor"
      ) {
        gradient, _, _ in
        gradient
      },
    ] + mistakesOfExpectedError)

  private static let dropout = Function("dropout(_:rate:draws:isTraining:)", rightForward)
  private static let dropoutGradient = Function("dropoutGradient(_:rate:draws:)", rightBackward)

  @Sendable private static func whileLearning(_ judge: Judge) {
    judge.ask(dropout, [2, 4, 6], 0.5, [0.9, 0.1, 0.5], true)
    judge.ask(dropout, [3, -6, 9, 1.5], 0.25, [0.25, 0.2, 0.8, 0.3], true)
    judge.ask(dropout, [1, 2], 0, [0, 0.5], true)
    judge.ask(dropout, [], 0.5, [], true)
    let count = judge.generator.count(6...10)
    let (units, draws) = (judge.generator.floats(count), judge.generator.floats(count, in: 0...1))
    judge.ask(dropout, units, 0.3, draws, true)
  }

  @Sendable private static func whenUsed(_ judge: Judge) {
    judge.ask(dropout, [2, 4, 6], 0.5, [0.9, 0.1, 0.5], false)
    judge.ask(dropout, [3, -6, 9], 0.25, [0.2, 0.1, 0.8], false)
    let units = judge.generator.floats(5)
    judge.ask(dropout, units, 0.6, judge.generator.floats(5, in: 0...1), false)
  }

  @Sendable private static func gradients(_ judge: Judge) {
    judge.ask(dropoutGradient, [1, -2, 3], 0.5, [0.9, 0.1, 0.5])
    judge.ask(dropoutGradient, [4, 0.5, -1, 2], 0.75, [0.8, 0.75, 0.7, 0.99])
    let count = judge.generator.count(5...9)
    let gradient = judge.generator.floats(count)
    let draws = judge.generator.floats(count, in: 0...1)
    judge.ask(dropoutGradient, [2, 3], 0, [0, 0.5])
    judge.ask(dropoutGradient, gradient, 0.4, draws)
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
