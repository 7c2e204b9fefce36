import ExerciseKit
import Foundation

extension Checks11 {
  /// Exercise 11.5.
  static let temperature = Check(
    "11.5", "Sample with temperature", difficulty: 2, minutes: 25,
    file: "Temperature.swift", chapter: chapter, section: "Temperature",
    replaces: ["softmax", "logSoftmax", "logSumExp", "choice"],
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
      Part("the chances", points: 2) { judge in
        for t: Float in [1, 0.5, 4] { judge.ask(chances, [1, 3, 2], t) }
        judge.ask(chances, [-1, -4], 2)
        judge.ask(chances, [5], 3)
        let scores = judge.generator.floats(judge.generator.count(2...7), in: -3...3)
        judge.ask(chances, scores, Float.random(in: 0.4...2, using: &judge.generator))
        judge.ask(chances, [0.1, 0.15, 0], 0.05)
        judge.ask(chances, [0.002, 0.001, 0.0025], 0.001)
        judge.ask(chances, [1, -2, 3], 1000)
      },
      Part("large scores", points: 1) { judge in
        judge.ask(chances, [1000, 1001, 999], 2)
        judge.ask(chances, [-2000, -2001], 0.5)
        judge.ask(chances, [300, 0, 310], 5)
        judge.ask(chances, judge.generator.floats(5, in: 990...1000), 4)
        judge.ask(chances, judge.generator.floats(4, in: -1000...(-990)), 3)
      },
      Part("temperature 0", points: 1) { judge in
        judge.ask(chances, [1, 3, 2], 0)
        judge.ask(chances, [4, 7, 7, 1], 0)
        judge.ask(chances, [-5, -2], 0)
        judge.ask(chances, [0, 0, 0], 0)
        let scores = judge.generator.floats(judge.generator.count(2...6), in: -9...9)
        judge.ask(chances, scores + [scores.max()!, -9], 0)
      },
      Part("the draw", points: 1) { judge in
        for draw: Float in [0.1, 0.6, 0.9, 0] { judge.ask(drawn, [0.2, 0.5, 0.3], draw) }
        judge.ask(drawn, [0.25, 0.5, 0.25], 0.25)
        judge.ask(drawn, [0, 0.5, 0, 0.5], 0)
        judge.ask(drawn, [0, 0.5, 0, 0.5], 0.5)
        judge.ask(drawn, [0.5, 0.49, 0], 0.995)
        judge.ask(drawn, [1], 0.75)
        for _ in 0..<3 { askRandomDraw(judge) }
      },
    ],
    mistakes: [
      chances.mistake("the scores are multiplied by T: divide, so that heat brings them together") {
        scores, t in t > 0 ? softmax(scores, 1 / t) : coldest(scores)
      },
      chances.mistake("the temperature is not used") { scores, t in
        t > 0 ? softmax(scores, 1) : coldest(scores)
      },
      chances.mistake("the chances are divided by T: the scores must be, before the powers") {
        scores, t in t > 0 ? softmax(scores, 1).map { $0 / t } : coldest(scores)
      },
      chances.mistake("the powers do not add up to 1: divide them by their sum") { scores, t in
        t > 0 ? scores.map { exp(($0 - scores.max()!) / t) } : coldest(scores)
      },
      chances.mistake("the powers of large scores are infinite: take the largest score away first")
      { scores, t in t > 0 ? shares(scores.map { exp($0 / t) }) : coldest(scores) },
      chances.mistake("the largest score is taken away after the division by T: divide it, too") {
        scores, t in
        t > 0 ? shares(scores.map { exp(min($0 / t - scores.max()!, 80)) }) : coldest(scores)
      },
      chances.mistake("a small temperature is not 0: the formula holds down to 0") { scores, t in
        t > 0.1 ? softmax(scores, t) : coldest(scores)
      },
      chances.mistake("T = 0 divides by zero: give all chance to the largest score there") {
        scores, t in softmax(scores, t)
      },
      chances.mistake("of equal largest scores only the first gets all chance at T = 0") {
        scores, t in
        guard t == 0 else { return softmax(scores, t) }
        return shares(scores.map { $0 == scores.max()! ? 1 : 0 })
      },
      chances.mistake("of equal largest scores the first gets all chance at T = 0, not the last") {
        scores, t in t > 0 ? softmax(scores, t) : coldest(scores.reversed()).reversed()
      },
      drawn.mistake("the draw is compared with single chances: compare it with their sum so far") {
        chances, draw in chances.firstIndex { draw < $0 } ?? chances.lastIndex { $0 > 0 }!
      },
      drawn.mistake("yours always takes the likeliest symbol: the draw decides") { chances, _ in
        chances.firstIndex(of: chances.max()!)!
      },
      drawn.mistake("a draw on the upper end belongs to the next symbol: compare with <, not <=") {
        symbol($0, $1) { $0 <= $1 }
      },
      drawn.mistake(
        "after the loop the last symbol may have chance 0: take the last one that has not"
      ) { chances, draw in
        draw >= chances.reduce(0, +) ? chances.count - 1 : symbol(chances, draw)
      },
    ])

  // MARK: - The functions

  private static let chances = Function("chances(_:temperature:)") {
    (scores: [Float], t: Float) -> [Float] in t > 0 ? softmax(scores, t) : coldest(scores)
  }

  private static let drawn = Function("drawn(_:draw:)") {
    (chances: [Float], draw: Float) -> Int in symbol(chances, draw)
  }

  private static func coldest(_ scores: [Float]) -> [Float] {
    let winner = scores.firstIndex(of: scores.max()!)!
    return scores.indices.map { $0 == winner ? 1 : 0 }
  }

  private static func softmax(_ scores: [Float], _ temperature: Float) -> [Float] {
    shares(scores.map { exp(($0 - scores.max()!) / temperature) })
  }

  private static func shares(_ powers: [Float]) -> [Float] {
    let sum = powers.reduce(0, +)
    return powers.map { $0 / sum }
  }

  private static func symbol(
    _ chances: [Float], _ draw: Float, isBelow: (Float, Float) -> Bool = { $0 < $1 }
  ) -> Int {
    var end: Float = 0
    for (symbol, chance) in chances.enumerated() {
      end += chance
      if isBelow(draw, end) { return symbol }
    }
    return chances.lastIndex { $0 > 0 }!
  }

  /// A draw from the middle of a piece, so that rounding decides nothing.
  private static func askRandomDraw(_ judge: Judge) {
    let chances = shares(judge.generator.floats(judge.generator.count(2...8), in: 0.1...1))
    let symbol = judge.generator.count(0...(chances.count - 1))
    judge.ask(drawn, chances, chances[..<symbol].reduce(chances[symbol] / 2, +))
  }
}
