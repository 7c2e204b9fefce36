import ExerciseKit
import Foundation

extension Checks16 {
  /// Exercise 16.1.
  static let noiseSchedule = Check(
    "16.1", "The noise schedule", difficulty: 2, minutes: 30,
    file: "NoiseSchedule.swift", chapter: chapter, section: "The schedule",
    hints: [
      "Five numbers have four gaps between them. How large is one gap, and what if there is none?",
      "Keep one number that says how much is left. It begins at 1 and shrinks at every step.",
      "At each step what is left is multiplied by 1 - beta, and noted down after that.",
      """
      The way back: which share of what was there has a single step kept, when 0.5 was left before \
      it and 0.4 after? Before the first step all was left. Treat 0 before you divide by it.
      """,
      """
      The cosine: write a function of t for the angle first. It is a straight line, of which you \
      know the value at t = 0 and at t = T. The list begins with t = 1.
      """,
    ],
    parts: [
      Part("the noise of each step", points: 1) { judge in
        judge.ask(rates, 5, 0.1, 0.3)
        judge.ask(rates, 3, 0.05, 0.65)
        judge.ask(rates, 2, 0.2, 0.9)
        judge.ask(rates, 1, 0.25, 0.75)
        judge.ask(rates, 4, 0.6, 0.3)
        judge.ask(rates, 3, 0.4, 0.4)
        for _ in 0..<2 {
          let ends = judge.generator.floats(2, in: 0.01...0.9)
          judge.ask(rates, judge.generator.count(2...9), ends[0], ends[1])
        }
      },
      Part("what is left after each step", points: 1) { judge in
        judge.ask(signal, [0.5, 0.2, 0.1])
        judge.ask(signal, [0.3])
        judge.ask(signal, [])
        judge.ask(signal, judge.generator.floats(judge.generator.count(2...8), in: 0.05...0.5))
        judge.ask(signal, [0, 0.25, 1, 0.5])
      },
      Part("the way back", points: 2) { judge in askBetas(judge) },
      Part("a squared cosine", points: 1) { judge in askCosine(judge) },
    ],
    mistakes: forwardMistakes + betaMistakes + cosineMistakes)

  private static let forwardMistakes: [Mistake] = [
    rates.mistake("the last one is not reached: T numbers have T - 1 gaps between them") {
      line($0, $1, $2, gaps: $0)
    },
    rates.mistake("with one step only 0 was divided by 0: answer [first]") {
      line($0, $1, $2, gaps: $0 - 1)
    },
    rates.mistake("beta_1 is first: yours has already grown at the first step") {
      count, first, last in
      (1...count).map { first + (last - first) * Float($0) / Float(count) }
    },
    rates.mistake("the noise grows in equal steps; yours is multiplied by the same factor") {
      count, first, last in
      (0..<count).map { first * pow(last / first, Float($0) / Float(max(1, count - 1))) }
    },
    rates.mistake("yours runs from last to first") {
      $0 == 1 ? [$1] : line($0, $2, $1, gaps: $0 - 1)
    },
    rates.mistake("the noise may fall, too, when last is below first: keep the sign of the gap") {
      count, first, last in line(count, first, first + abs(last - first), gaps: max(1, count - 1))
    },
    rates.mistake(
      "the division of two Ints drops all behind the point: make Floats of them first"
    ) {
      count, first, last in
      (0..<count).map { first + (last - first) * Float($0 / max(1, count - 1)) }
    },
    signal.mistake("a step keeps 1 - beta, and takes beta: yours multiplies the betas") {
      running($0) { $0 * $1 }
    },
    signal.mistake("a step takes its share of what is left: multiply, do not subtract") {
      running($0) { $0 - $1 }
    },
    signal.mistake("those are the shares that single steps keep: multiply all up to here") {
      $0.map { 1 - $0 }
    },
    signal.mistake("alphaBar_t includes step t: yours is one step late") {
      Array(([1] + left($0)).dropLast())
    },
    signal.mistake("the share of the variance is wanted: no root") {
      left($0).map { $0.squareRoot() }
    },
  ]

  // MARK: - The functions

  private static let rates = Function("noiseRates(stepCount:first:last:)") {
    (count: Int, first: Float, last: Float) -> [Float] in
    line(count, first, last, gaps: max(1, count - 1))
  }

  private static let signal = Function("remainingSignal(betas:)") {
    (betas: [Float]) -> [Float] in left(betas)
  }

  private static func line(_ count: Int, _ first: Float, _ last: Float, gaps: Int) -> [Float] {
    (0..<count).map { first + (last - first) * Float($0) / Float(gaps) }
  }

  private static func left(_ betas: [Float]) -> [Float] { running(betas) { $0 * (1 - $1) } }

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
