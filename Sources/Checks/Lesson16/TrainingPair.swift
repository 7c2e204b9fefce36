import ExerciseKit

extension Checks16 {
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
      Part("the pairs", points: 3) { judge in
        judge.ask(pairs, [2, -1], [0.1, 0.9], [0.5, 1], [0.64, 0.36])
        judge.ask(
          pairs, [1, 3, -2], [0.95, 0.3, 0.7], [2, -0.5, 0.25], [0.9, 0.7, 0.5, 0.2, 0.04])
        judge.ask(pairs, [], [], [], [0.5])
        judge.ask(pairs, [4], [0], [-3], [0.81])
        judge.ask(pairs, [1.5, -2], [0, 0.5], [2, -3], [1, 0])
        for _ in 0..<2 { askRandomly(judge) }
      },
      Part("the loss and its gradient", points: 2) { judge in
        judge.ask(loss, [1, 3], [2, 1])
        judge.ask(loss, [0.5], [-1])
        judge.ask(loss, [0.25, -1], [0.25, -1])
        let count = judge.generator.count(3...8)
        judge.ask(loss, judge.generator.floats(count, in: -2...2), judge.generator.floats(count))
      },
    ],
    mistakes: [
      pairs.mistake("the times begin at 1: add 1 to the whole part") {
        let (steps, noisy, targets) = paired($0, times($1, $3), $2, $3)
        return (steps.map { $0 - 1 }, noisy, targets)
      },
      pairs.mistake("the whole part is wanted: yours rounds to the nearest") {
        clean, draws, noise, bars in
        let steps = draws.map { 1 + Int((Float(bars.count) * $0).rounded()) }
        if steps.contains(where: { $0 > bars.count }) { throw Trap("Index out of range") }
        return paired(clean, steps, noise, bars)
      },
      pairs.mistake("every number has a time of its own; yours takes the first for all") {
        clean, draws, noise, bars in
        let steps = times(draws, bars)
        return paired(clean, steps.map { _ in steps[0] }, noise, bars)
      },
      pairs.mistake("alphaBar_t stands at index t - 1: at t = T yours reads beyond the end") {
        clean, draws, noise, bars in
        let steps = times(draws, bars)
        if steps.contains(bars.count) { throw Trap("Index out of range") }
        return (steps, paired(clean, steps.map { $0 + 1 }, noise, bars).noisy, noise)
      },
      pairs.mistake("the network is asked for the noise, not for the clean number") {
        let (steps, noisy, _) = paired($0, times($1, $3), $2, $3)
        return (steps, noisy, $0)
      },
      pairs.mistake("the target is eps itself, before it is multiplied by sqrt(1 - alphaBar)") {
        clean, draws, noise, bars in
        let (steps, noisy, _) = paired(clean, times(draws, bars), noise, bars)
        return (steps, noisy, zip(steps, noise).map { (1 - bars[$0 - 1]).squareRoot() * $1 })
      },
      pairs.mistake("the target is the noise eps, not the difference between x_t and x_0") {
        let (steps, noisy, _) = paired($0, times($1, $3), $2, $3)
        return (steps, noisy, zip(noisy, $0).map { $0 - $1 })
      },
      pairs.mistake("take the roots: sqrt(alphaBar) x_0 + sqrt(1 - alphaBar) eps") {
        paired($0, times($1, $3), $2, $3) { $0 }
      },
      loss.mistake("the mean is wanted: divide the loss and its gradient by the count") {
        scaled($0, $1, loss: Float($0.count), gradient: Float($0.count))
      },
      loss.mistake("the gradient is divided by the count too") {
        scaled($0, $1, gradient: Float($0.count))
      },
      loss.mistake("the derivative of a square has a factor 2") { scaled($0, $1, gradient: 0.5) },
      loss.mistake("there is no 1/2 in this loss") { scaled($0, $1, loss: 0.5, gradient: 0.5) },
      loss.mistake("the sign of the gradient: predicted minus target") {
        scaled($0, $1, gradient: -1)
      },
    ])

  // MARK: - The functions

  private static let pairs = Function("trainingPairs(clean:timeDraws:noise:alphaBars:)") {
    (clean: [Float], draws: [Float], noise: [Float], bars: [Float]) in
    paired(clean, times(draws, bars), noise, bars)
  }

  private static let loss = Function("denoisingLoss(predicted:targets:)") {
    (predicted: [Float], targets: [Float]) in scaled(predicted, targets)
  }

  private static func times(_ draws: [Float], _ bars: [Float]) -> [Int] {
    draws.map { 1 + Int(Float(bars.count) * $0) }
  }

  private static func paired(
    _ clean: [Float], _ steps: [Int], _ noise: [Float], _ bars: [Float],
    factor: (Float) -> Float = { $0.squareRoot() }
  ) -> (steps: [Int], noisy: [Float], targets: [Float]) {
    let noisy = clean.indices.map { place in
      let left = bars[steps[place] - 1]
      return factor(left) * clean[place] + factor(1 - left) * noise[place]
    }
    return (steps, noisy, noise)
  }

  private static func scaled(
    _ predicted: [Float], _ targets: [Float], loss: Float = 1, gradient: Float = 1
  ) -> (loss: Float, gradient: [Float]) {
    let errors = zip(predicted, targets).map { $0 - $1 }
    let count = Float(errors.count)
    return (
      loss * errors.reduce(0) { $0 + $1 * $1 } / count, errors.map { gradient * 2 * $0 / count }
    )
  }

  // MARK: - Questions

  /// Draws well within the share of a time, so that rounding decides nothing.
  private static func askRandomly(_ judge: Judge) {
    let (count, times) = (judge.generator.count(3...8), judge.generator.count(2...6))
    let draws = (0..<count).map { _ in
      let within = Float.random(in: 0.1...0.9, using: &judge.generator)
      return (Float(judge.generator.count(0...(times - 1))) + within) / Float(times)
    }
    let bars = judge.generator.floats(times, in: 0.05...0.95).sorted(by: >)
    judge.ask(
      pairs, judge.generator.floats(count, in: -2...2), draws, judge.generator.floats(count), bars)
  }
}
