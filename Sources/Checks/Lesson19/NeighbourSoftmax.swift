import ExerciseKit
import Foundation

extension Checks19 {
  /// Exercise 19.2.
  static let neighbourSoftmax = Check(
    "19.2", "Softmax over neighbours", difficulty: 2, minutes: 20,
    file: "NeighbourSoftmax.swift", chapter: chapter, section: "Softmax over neighbours",
    replaces: ["softmax"],
    hints: [
      "First the scores: for each context the sum of the products, place by place.",
      "Then e to the power of each score, and their sum; each power over the sum.",
      "Large scores overflow: the greatest score can be subtracted from all, P stays the same.",
    ],
    parts: [
      Part("moderate scores", points: 2) { judge in
        judge.ask(softmax, [1, 2], [[1, 0], [0, 0.5], [1, 1]])
        judge.ask(softmax, [2], [[3]])
        judge.ask(softmax, [0.5, -1, 2], [[1, 1, 0], [-2, 0, 1]])
        for _ in 0..<3 {
          let (length, count) = (judge.generator.count(2...5), judge.generator.count(2...6))
          let contexts = (0..<count).map { _ in judge.generator.floats(length, in: -1.5...1.5) }
          judge.ask(softmax, judge.generator.floats(length, in: -1.5...1.5), contexts)
        }
      },
      Part("scores of any size", points: 1) { judge in
        judge.ask(softmax, [100, 0], [[2, 1], [1.99, 5], [-3, 0]])
        judge.ask(softmax, [-50], [[10], [10.02], [12]])
        let word = judge.generator.floats(2, in: 100...200)
        let contexts = (0..<3).map { _ in judge.generator.floats(2, in: 1...2) }
        judge.ask(softmax, word, contexts)
        judge.ask(softmax, word.map { -$0 }, contexts)
      },
    ],
    mistakes: [
      softmax.mistake("e to a large power overflows: subtract the greatest score first") {
        share(scores($0, $1).map { exp($0) })
      },
      softmax.mistake("the powers of e are missing: yours divides the scores by their sum") {
        share(scores($0, $1))
      },
      softmax.mistake("that is a sigmoid of each score; softmax compares them with each other") {
        scores($0, $1).map { 1 / (1 + exp(-$0)) }
      },
      softmax.mistake("the sum is missing: the probabilities have to be 1 together") {
        let all = scores($0, $1)
        return all.map { exp($0 - all.max()!) }
      },
      softmax.mistake("the sign: a larger score makes a neighbour more probable") {
        soft(scores($0, $1).map { -$0 })
      },
      softmax.mistake(
        "the scores are products of the whole vectors; yours has the first number only"
      ) { word, contexts in soft(contexts.map { word[0] * $0[0] }) },
      softmax.mistake("the products, not the sums, of word and context are wanted") {
        word, contexts in
        soft(contexts.map { context in zip(word, context).reduce(0) { $0 + $1.0 + $1.1 } })
      },
      softmax.mistake("the scores are products, not cosines: lengths count") { word, contexts in
        soft(
          contexts.map { dot(word, $0) / max(1e-9, (dot(word, word) * dot($0, $0)).squareRoot()) })
      },
      softmax.mistake("that is the logarithm of the probabilities") {
        soft(scores($0, $1)).map { log($0) }
      },
      softmax.mistake("that is 1 for the greatest and 0 for all others: softmax is soft") {
        let all = scores($0, $1)
        return all.map { $0 == all.max()! ? 1 : 0 }
      },
      softmax.mistake("e is the base, not 2") {
        let all = scores($0, $1)
        return share(all.map { exp2($0 - all.max()!) })
      },
      softmax.mistake("the scores are not scaled: no root of the length divides them") {
        word, contexts in
        soft(scores(word, contexts).map { $0 / Float(word.count).squareRoot() })
      },
      softmax.mistake("the least score was subtracted: then the greatest still overflows") {
        let all = scores($0, $1)
        return share(all.map { exp($0 - all.min()!) })
      },
    ])

  private static let softmax = Function("neighbourProbabilities(word:contexts:)") {
    (word: [Float], contexts: [[Float]]) -> [Float] in soft(scores(word, contexts))
  }

  private static func scores(_ word: [Float], _ contexts: [[Float]]) -> [Float] {
    contexts.map { dot(word, $0) }
  }

  private static func share(_ numbers: [Float]) -> [Float] {
    let total = numbers.reduce(0, +)
    return numbers.map { $0 / total }
  }

  private static func soft(_ scores: [Float]) -> [Float] {
    let greatest = scores.max()!
    return share(scores.map { exp($0 - greatest) })
  }
}
