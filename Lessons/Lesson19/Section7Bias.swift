import Foundation
import LessonKit
import MiniTensor

extension Lesson19 {
  /// How a skew in a text becomes a direction among vectors.
  static func findThePrejudice(_ board: Board) {
    board.section("What a text takes for granted")
    board.say(
      """
      Vectors learn what a text says, and also what it takes for granted. In 2017 Aylin Caliskan and others \
      took vectors learned from the web and asked how much nearer each occupation lies to words for women than to \
      words for men. The answer followed the real share of women in it. Let us see how that comes about, \
      where we know the text. Nine trades do the same things in the same places. Only "he" and "she" are \
      shared unevenly:
      """)
    let shares = stride(from: 10.0, through: 90, by: 10).map { $0 }
    let village = Village.trades(shares: shares)
    var random = RandomGenerator(seed: board.seed(of: "trades"))
    let model = ExactSkipGram(
      village.company, negatives: 1, dimension: village.contexts.count, using: &random)
    model.train(steps: 2000)
    // How much more a trade goes with "she" than with "he".
    let lean = model.scores.map { $0[1] - $0[0] }
    let odds = shares.map { log($0 / (100 - $0)) }
    let fit = Lesson19.correlation(lean, odds)
    // Lean = log odds of the trade, less those of all sentences together; these are 0 here.
    let off = zip(lean, odds).map { abs($0 - $1) }.max()!
    board.draw(
      Figure(
        "A skew becomes a direction", x: "log odds of she against he, in the text",
        y: "w . she - w . he", name: "bias"
      ) {
        Lines(x: odds, y: lean)
        Points(x: odds, y: lean)
      })
    board.say(
      """
      The direction from "he" to "she" carries each trade's odds, number for number. No one was unfair while \
      learning; the counts were. A program that ranks applications by such vectors passes the past on, and \
      calls it similarity.
      """)
    let rest = flattened(model)
    board.say(
      """
      Can it be taken out? Remove that one direction from every trade, as was proposed in 2016: then all lean \
      by \(rest, significant: 1) at most. But what else the skew has touched stays. In a larger text that is \
      much: Hila Gonen and Yoav Goldberg called it lipstick on a pig in 2019. Words that used to lean the same \
      way still stood together.
      """)
    board.claim(
      "bias", "w . she - w . he against the log odds in the text: correlation, largest gap",
      source: "Caliskan, Bryson and Narayanan, Science 356 (2017); derived here from PMI",
      published: "follows the share of women",
      measured: "\(fit, decimals: 4), \(off, significant: 1)",
      gate: "at least 0.99, and at most 0.1", holds: fit >= 0.99 && off <= 0.1)
  }

  /// The trades without their part along c(she) - c(he).
  private static func flattened(_ model: ExactSkipGram) -> Double {
    let contexts = model.contextVectors
    let direction = WordSpace.direction(zip(contexts[1], contexts[0]).map { $0 - $1 })
    let vectors = model.vectors.map { vector in
      let part = zip(vector, direction).reduce(Float(0)) { $0 + $1.0 * $1.1 }
      return zip(vector, direction).map { $0 - part * $1 }
    }
    let difference = zip(contexts[1], contexts[0]).map { $0 - $1 }
    let leans = vectors.map { vector in
      abs(zip(vector, difference).reduce(Float(0)) { $0 + $1.0 * $1.1 })
    }
    return Double(leans.max()!)
  }
}
