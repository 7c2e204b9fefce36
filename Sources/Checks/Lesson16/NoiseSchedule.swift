import ExerciseKit
import Foundation

extension Checks16 {
  /// Exercise 16.1.
  static let noiseSchedule = Check(
    "16.1", "The noise schedule", difficulty: 1, minutes: 15,
    file: "NoiseSchedule.swift", chapter: chapter, section: "The schedule",
    hints: [
      "Five numbers have four gaps between them. How large is one gap, and what if there is none?",
      "Keep one number that says how much is left. It begins at 1 and shrinks at every step.",
      "At each step what is left is multiplied by 1 - beta, and noted down after that.",
    ],
    parts: [
      Part("the noise of each step", points: 2, rates),
      Part("what is left after each step", points: 2, signals),
    ],
    mistakes: [
      noiseRates.mistake("the last one is not reached: T numbers have T - 1 gaps between them") {
        count, first, last in
        (0..<count).map { first + (last - first) * Float($0) / Float(count) }
      },
      noiseRates.mistake("with one step only 0 was divided by 0: answer [first]") {
        count, first, last in
        (0..<count).map { first + (last - first) * Float($0) / Float(count - 1) }
      },
      noiseRates.mistake("beta_1 is first: yours has already grown at the first step") {
        count, first, last in
        (1...count).map { first + (last - first) * Float($0) / Float(count) }
      },
      noiseRates.mistake("the noise grows in equal steps; yours is multiplied by the same factor") {
        count, first, last in
        var rate = first
        let factor = pow(last / first, 1 / Float(max(1, count - 1)))
        return (0..<count).map { _ in
          defer { rate *= factor }
          return rate
        }
      },
      noiseRates.mistake("yours runs from last to first") { rightRates($0, $2, $1) },
      remainingSignal.mistake("a step keeps 1 - beta, and takes beta: yours multiplies the betas") {
        betas in
        running(betas) { $0 * $1 }
      },
      remainingSignal.mistake("a step takes its share of what is left: multiply, do not subtract") {
        betas in
        running(betas) { $0 - $1 }
      },
      remainingSignal.mistake(
        "those are the shares that single steps keep: multiply all up to here"
      ) {
        $0.map { 1 - $0 }
      },
      remainingSignal.mistake("alphaBar_t includes step t: yours is one step late") { betas in
        Array(([1] + rightSignal(betas)).dropLast())
      },
      remainingSignal.mistake("the share of the variance is wanted: no root") { betas in
        rightSignal(betas).map { $0.squareRoot() }
      },
    ])

  private static let noiseRates = Function("noiseRates(stepCount:first:last:)", rightRates)
  private static let remainingSignal = Function("remainingSignal(betas:)", rightSignal)

  @Sendable private static func rates(_ judge: Judge) {
    judge.ask(noiseRates, 5, 0.1, 0.3)
    judge.ask(noiseRates, 3, 0.05, 0.65)
    judge.ask(noiseRates, 2, 0.2, 0.9)
    judge.ask(noiseRates, 1, 0.25, 0.75)
    let ends = judge.generator.floats(2, in: 0.01...0.4)
    judge.ask(noiseRates, 7, ends[0], ends[0] + ends[1])
    // A schedule may fall.
    judge.ask(noiseRates, Int.random(in: 2...6, using: &judge.generator), ends[1] + 0.3, ends[1])
  }

  @Sendable private static func signals(_ judge: Judge) {
    judge.ask(remainingSignal, [0.5, 0.2, 0.1])
    judge.ask(remainingSignal, [0.3])
    judge.ask(remainingSignal, [])
    judge.ask(remainingSignal, judge.generator.floats(6, in: 0.05...0.5))
  }

  @Sendable private static func rightRates(
    _ count: Int, _ first: Float, _ last: Float
  ) -> [Float] {
    guard count > 1 else { return [first] }
    return (0..<count).map { first + (last - first) * Float($0) / Float(count - 1) }
  }

  @Sendable private static func rightSignal(_ betas: [Float]) -> [Float] {
    running(betas) { $0 * (1 - $1) }
  }

  private static func running(
    _ betas: [Float], _ next: (_ left: Float, _ beta: Float) -> Float
  ) -> [Float] {
    var left: Float = 1
    return betas.map { beta in
      left = next(left, beta)
      return left
    }
  }
}
