import ExerciseKit
import Foundation

extension Checks11 {
  /// Exercise 11.5.
  static let temperature = Check(
    "11.5", "Sample with temperature", difficulty: 2, minutes: 25,
    file: "Temperature.swift", chapter: chapter, section: "Temperature",
    replaces: ["softmax", "choice"],
    hints: [
      "The first half is a softmax of the scores divided by T. Take T = 0 away at the beginning.",
      """
      Subtract the largest score before you divide by T: the largest power is then e^0 = 1. For \
      the second half add up the chances from the left; where does the sum pass the draw?
      """,
      """
      drawn: keep `end`, the sum so far. The first symbol with draw < end is the one. After the \
      loop only the hair of rounding is left: the last symbol whose chance is above 0.
      """,
    ],
    parts: [
      Part("the chances", points: 2, warm), Part("large scores", points: 1, large),
      Part("temperature 0", points: 1, cold), Part("the draw", points: 1, draws),
    ],
    mistakes: [
      chances.mistake("the scores are multiplied by T: divide, so that heat brings them together") {
        scores, t in t > 0 ? softmax(scores, 1 / t) : right(scores, t)
      },
      chances.mistake("the temperature is not used") { scores, t in
        t > 0 ? softmax(scores, 1) : right(scores, t)
      },
      chances.mistake("the chances are divided by T: the scores must be, before the powers") {
        scores, t in t > 0 ? softmax(scores, 1).map { $0 / t } : right(scores, t)
      },
      chances.mistake("the powers do not add up to 1: divide them by their sum") { scores, t in
        guard t > 0 else { return right(scores, t) }
        let top = scores.max()!
        return scores.map { exp(($0 - top) / t) }
      },
      chances.mistake("the powers of large scores are infinite: take the largest score away first")
      {
        scores, t in
        guard t > 0 else { return right(scores, t) }
        let powers = scores.map { exp($0 / t) }
        let sum = powers.reduce(0, +)
        return powers.map { $0 / sum }
      },
      chances.mistake("the largest score is taken away after the division by T: divide it, too") {
        scores, t in
        guard t > 0 else { return right(scores, t) }
        let top = scores.max()!
        let powers = scores.map { exp(min($0 / t - top, 80)) }
        let sum = powers.reduce(0, +)
        return powers.map { $0 / sum }
      },
      chances.mistake("T = 0 divides by zero: give all chance to the largest score there") {
        scores, t in softmax(scores, t)
      },
      chances.mistake("of equal largest scores only the first gets all chance at T = 0") {
        scores, t in
        guard t == 0 else { return right(scores, t) }
        let top = scores.max()!
        let winners = Float(scores.count { $0 == top })
        return scores.map { $0 == top ? 1 / winners : 0 }
      },
      drawn.mistake("the draw is compared with single chances: compare it with their sum so far") {
        chances, draw in
        chances.firstIndex { draw < $0 } ?? chances.lastIndex { $0 > 0 }!
      },
      drawn.mistake("yours always takes the likeliest symbol: the draw decides") { chances, _ in
        chances.firstIndex(of: chances.max()!)!
      },
      drawn.mistake("a draw on the upper end belongs to the next symbol: compare with <, not <=") {
        chances, draw in
        var end: Float = 0
        for (symbol, chance) in chances.enumerated() {
          end += chance
          if draw <= end { return symbol }
        }
        return chances.lastIndex { $0 > 0 }!
      },
      drawn.mistake(
        "after the loop the last symbol may have chance 0: take the last one that has not"
      ) {
        chances, draw in
        let symbol = rightDraw(chances, draw)
        return draw >= chances.reduce(0, +) ? chances.count - 1 : symbol
      },
    ])

  private static let chances = Function("chances(_:temperature:)", right)
  private static let drawn = Function("drawn(_:draw:)", rightDraw)

  // MARK: - Questions

  @Sendable private static func warm(_ judge: Judge) {
    judge.ask(chances, [1, 3, 2], 1)
    judge.ask(chances, [1, 3, 2], 0.5)
    judge.ask(chances, [1, 3, 2], 4)
    judge.ask(chances, [-1, -4], 2)
    judge.ask(chances, [5], 3)
    judge.ask(chances, judge.generator.floats(6, in: -3...3), 0.7)
  }

  @Sendable private static func large(_ judge: Judge) {
    judge.ask(chances, [1000, 1001, 999], 2)
    judge.ask(chances, [-2000, -2001], 0.5)
    judge.ask(chances, [300, 0, 310], 5)
    judge.ask(chances, judge.generator.floats(4, in: 500...600), 3)
  }

  @Sendable private static func cold(_ judge: Judge) {
    judge.ask(chances, [1, 3, 2], 0)
    judge.ask(chances, [4, 7, 7, 1], 0)
    judge.ask(chances, [-5, -2], 0)
    judge.ask(chances, judge.generator.floats(5, in: -3...3), 0)
    judge.ask(chances, [1, 1.2, 0.9], 0.05)
  }

  @Sendable private static func draws(_ judge: Judge) {
    for draw: Float in [0.1, 0.6, 0.9, 0] { judge.ask(drawn, [0.2, 0.5, 0.3], draw) }
    judge.ask(drawn, [0.25, 0.5, 0.25], 0.25)
    judge.ask(drawn, [0, 0.5, 0, 0.5], 0)
    judge.ask(drawn, [0, 0.5, 0, 0.5], 0.5)
    judge.ask(drawn, [0.5, 0.49, 0], 0.995)
    judge.ask(drawn, [1], 0.75)
    let weights = judge.generator.floats(4, in: 0.1...1)
    let total = weights.reduce(0, +)
    for draw in judge.generator.floats(3, in: 0...0.99) {
      judge.ask(drawn, weights.map { $0 / total }, draw)
    }
  }

  // MARK: - The right answers

  @Sendable private static func right(_ scores: [Float], _ temperature: Float) -> [Float] {
    guard temperature == 0 else { return softmax(scores, temperature) }
    let winner = scores.firstIndex(of: scores.max()!)!
    return scores.indices.map { $0 == winner ? 1 : 0 }
  }

  private static func softmax(_ scores: [Float], _ temperature: Float) -> [Float] {
    let top = scores.max()!
    let powers = scores.map { exp(Double($0 - top) / Double(temperature)) }
    let sum = powers.reduce(0, +)
    return powers.map { Float($0 / sum) }
  }

  @Sendable private static func rightDraw(_ chances: [Float], _ draw: Float) -> Int {
    var end: Float = 0
    for (symbol, chance) in chances.enumerated() {
      end += chance
      if draw < end { return symbol }
    }
    return chances.lastIndex { $0 > 0 }!
  }
}
