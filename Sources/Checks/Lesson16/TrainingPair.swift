import ExerciseKit

extension Checks16 {
  /// Times, noisy numbers, and what the network should answer.
  private typealias Pairs = (steps: [Int], noisy: [Float], targets: [Float])
  /// The loss, and its derivative with respect to each prediction.
  private typealias LossAndGradient = (loss: Float, gradient: [Float])

  /// Exercise 16.3.
  static let trainingPair = Check(
    "16.3", "The training pair", difficulty: 2, minutes: 25,
    file: "TrainingPair.swift", chapter: chapter, section: "Learning to tell the noise",
    hints: [
      "Three lists of equal length. The targets are the easiest: you were given them.",
      "T is alphaBars.count. Int(...) of a Float cuts off what is behind the point.",
      "The alphaBar of time t stands at index t - 1, and every number has its own t.",
      "The derivative of a mean of squares has a 2 above and the count below the line.",
    ],
    parts: [
      Part("the pairs", points: 3, pairs),
      Part("the loss and its gradient", points: 2, losses),
    ],
    mistakes: [
      trainingPairs.mistake("the times begin at 1: add 1 to the whole part") {
        clean, draws, noise, bars in
        let right = rightPairs(clean, draws, noise, bars)
        return (right.steps.map { $0 - 1 }, right.noisy, right.targets)
      },
      trainingPairs.mistake("the whole part is wanted: yours rounds to the nearest") {
        clean, draws, noise, bars in
        let steps = draws.map { 1 + min(bars.count - 1, Int((Float(bars.count) * $0).rounded())) }
        return paired(clean, steps, noise, bars)
      },
      trainingPairs.mistake("every number has a time of its own; yours takes the first for all") {
        clean, draws, noise, bars in
        let first = draws.first.map { 1 + Int(Float(bars.count) * $0) } ?? 1
        return paired(clean, clean.map { _ in first }, noise, bars)
      },
      trainingPairs.mistake("alphaBar_t stands at index t - 1: at t = T yours reads beyond the end")
      { clean, draws, noise, bars in
        let right = rightPairs(clean, draws, noise, bars)
        if right.steps.contains(bars.count) { throw Trap("Index out of range") }
        return (
          right.steps, clean.indices.map { mixed(clean[$0], bars[right.steps[$0]], noise[$0]) },
          noise
        )
      },
      trainingPairs.mistake("the network is asked for the noise, not for the clean number") {
        clean, draws, noise, bars in
        let right = rightPairs(clean, draws, noise, bars)
        return (right.steps, right.noisy, clean)
      },
      trainingPairs.mistake(
        "the target is eps itself, before it is multiplied by sqrt(1 - alphaBar)"
      ) {
        clean, draws, noise, bars in
        let right = rightPairs(clean, draws, noise, bars)
        return (
          right.steps, right.noisy,
          clean.indices.map { (1 - bars[right.steps[$0] - 1]).squareRoot() * noise[$0] }
        )
      },
      trainingPairs.mistake("the target is the noise eps, not the difference between x_t and x_0") {
        clean, draws, noise, bars in
        let right = rightPairs(clean, draws, noise, bars)
        return (right.steps, right.noisy, zip(right.noisy, clean).map { $0 - $1 })
      },
      trainingPairs.mistake("take the roots: sqrt(alphaBar) x_0 + sqrt(1 - alphaBar) eps") {
        clean, draws, noise, bars in
        let right = rightPairs(clean, draws, noise, bars)
        return (
          right.steps,
          clean.indices.map {
            let left = bars[right.steps[$0] - 1]
            return left * clean[$0] + (1 - left) * noise[$0]
          }, noise
        )
      },
      denoisingLoss.mistake("the mean is wanted: divide the loss and its gradient by the count") {
        p, t in
        scaled(p, t, loss: Float(p.count), gradient: Float(p.count))
      },
      denoisingLoss.mistake("the gradient is divided by the count too") { p, t in
        scaled(p, t, loss: 1, gradient: Float(p.count))
      },
      denoisingLoss.mistake("the derivative of a square has a factor 2") { p, t in
        scaled(p, t, loss: 1, gradient: 0.5)
      },
      denoisingLoss.mistake("there is no 1/2 in this loss") { p, t in
        scaled(p, t, loss: 0.5, gradient: 0.5)
      },
      denoisingLoss.mistake("the sign of the gradient: predicted minus target") { p, t in
        scaled(p, t, loss: 1, gradient: -1)
      },
    ])

  private static let trainingPairs = Function(
    "trainingPairs(clean:timeDraws:noise:alphaBars:)", rightPairs)
  private static let denoisingLoss = Function("denoisingLoss(predicted:targets:)", rightLoss)

  @Sendable private static func pairs(_ judge: Judge) {
    judge.ask(trainingPairs, [2, -1], [0.1, 0.9], [0.5, 1], [0.64, 0.36])
    judge.ask(
      trainingPairs, [1, 3, -2], [0.95, 0.3, 0.6], [2, -0.5, 0.25], [0.9, 0.7, 0.5, 0.2, 0.04])
    judge.ask(trainingPairs, [], [], [], [0.5])
    judge.ask(trainingPairs, [4], [0], [-3], [0.81])
    let (clean, noise) = (judge.generator.floats(6, in: -2...2), judge.generator.floats(6))
    judge.ask(
      trainingPairs, clean, [0.51, 0.02, 0.99, 0.26, 0.74, 0.4], noise, [0.95, 0.8, 0.55, 0.3, 0.1])
  }

  @Sendable private static func losses(_ judge: Judge) {
    judge.ask(denoisingLoss, [1, 3], [2, 1])
    judge.ask(denoisingLoss, [0.5], [-1])
    judge.ask(denoisingLoss, judge.generator.floats(5, in: -2...2), judge.generator.floats(5))
  }

  @Sendable private static func rightPairs(
    _ clean: [Float], _ draws: [Float], _ noise: [Float], _ bars: [Float]
  ) -> Pairs {
    paired(clean, draws.map { 1 + Int(Float(bars.count) * $0) }, noise, bars)
  }

  private static func paired(
    _ clean: [Float], _ steps: [Int], _ noise: [Float], _ bars: [Float]
  ) -> Pairs {
    (steps, clean.indices.map { mixed(clean[$0], bars[steps[$0] - 1], noise[$0]) }, noise)
  }

  private static func mixed(_ clean: Float, _ left: Float, _ noise: Float) -> Float {
    left.squareRoot() * clean + (1 - left).squareRoot() * noise
  }

  @Sendable private static func rightLoss(
    _ predicted: [Float], _ targets: [Float]
  ) -> LossAndGradient {
    scaled(predicted, targets, loss: 1, gradient: 1)
  }

  private static func scaled(
    _ predicted: [Float], _ targets: [Float], loss: Float, gradient: Float
  ) -> LossAndGradient {
    let errors = zip(predicted, targets).map { $0 - $1 }
    let count = Float(errors.count)
    return (
      loss * errors.reduce(0) { $0 + $1 * $1 } / count, errors.map { gradient * 2 * $0 / count }
    )
  }
}
