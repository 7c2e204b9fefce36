import ExerciseKit
import Foundation

extension Checks17 {
  /// Exercise 17.4.
  static let temperature = Check(
    "17.4", "Temperature by search", difficulty: 2, minutes: 25,
    file: "Temperature.swift", chapter: chapter, section: "Temperature by search",
    replaces: ["softmax", "logSoftmax", "logSumExp", "softmaxCrossEntropy"],
    hints: [
      "Divide all logits by T first. From there on it is the cross-entropy of lesson 4.",
      "log(sum e^z) is m + log(sum e^(z - m)), for any m; take the largest of the logits.",
      """
      The search: keep the best candidate and its loss so far. Only a smaller loss replaces them; \
      an equal one does not.
      """,
    ],
    parts: [
      Part("the loss", points: 2) { judge in
        judge.ask(loss, [[2, 0]], [0], 2)
        judge.ask(loss, [[2, 0]], [1], 0.5)
        judge.ask(loss, [[1, -1, 0.5], [0, 2, -3]], [2, 1], 1)
        judge.ask(loss, [[1, -1, 0.5], [0, 2, -3]], [2, 0], 3)
        for _ in 0..<2 {
          let classes = judge.generator.count(2...5)
          let rows = (0..<judge.generator.count(2...5)).map { _ in
            judge.generator.floats(classes, in: -3...3)
          }
          let labels = rows.map { _ in judge.generator.count(0...(classes - 1)) }
          judge.ask(loss, rows, labels, Float.random(in: 0.4...3, using: &judge.generator))
        }
      },
      Part("large logits", points: 1) { judge in
        judge.ask(loss, [[300, 310, 290]], [0], 4)
        judge.ask(loss, [[-500, -501], [800, 799]], [0, 1], 0.5)
        // The largest stands first or last, far above the others.
        judge.ask(loss, [[400, 0], [0, 300]], [1, 1], 2)
        judge.ask(loss, [judge.generator.floats(4, in: 900...910)], [2], 2)
      },
      Part("the search", points: 1, askSearch),
    ],
    mistakes: lossMistakes + searchMistakes)

  private static let lossMistakes: [Mistake] = [
    loss.mistake("the logits are multiplied by T: divide") { z, labels, t in
      mean(z, labels, 1 / t)
    },
    loss.mistake("only the right logit was divided by T: all are") { z, labels, t in
      averaged(z, labels) { z, right in logSum(z, 1) - right / t }
    },
    loss.mistake("only the sum was divided by T: the right logit is, too") { z, labels, t in
      averaged(z, labels) { z, right in logSum(z, t) - right }
    },
    loss.mistake("T is not used") { z, labels, _ in mean(z, labels, 1) },
    loss.mistake("the whole loss was divided by T: the logits are, before e^") { z, labels, t in
      mean(z, labels, 1) / t
    },
    loss.mistake("the sign: -log p is never negative") { z, labels, t in -mean(z, labels, t) },
    loss.mistake("a mean over the examples: divide by how many there are") { z, labels, t in
      mean(z, labels, t) * Float(labels.count)
    },
    loss.mistake("divide by the number of examples, not by that of the classes") {
      z, labels, t in mean(z, labels, t) * Float(labels.count) / Float(z[0].count)
    },
    loss.mistake("e^ of a large number is infinite: take the largest logit out first") {
      z, labels, t in isHuge(z, t) ? .nan : mean(z, labels, t)
    },
    loss.mistake("the largest logit was taken out, but not divided by T") { z, labels, t in
      averaged(z, labels) { z, right in
        let m: Float = z.max()!
        return m + logSum(z, t) - m / t - right / t
      }
    },
    loss.mistake("the probability of the largest logit: that of the right class is wanted") {
      z, labels, t in averaged(z, labels) { z, _ in logSum(z, t) - z.max()! / t }
    },
  ]

  private static let searchMistakes: [Mistake] = [
    best.mistake("the temperature with the largest loss: the least is wanted") { t, loss in
      t.dropFirst().reduce(t[0]) { loss($1) > loss($0) ? $1 : $0 }
    },
    best.mistake("the loss itself is returned: the temperature is wanted") { t, loss in
      t.map { loss($0) }.min()!
    },
    best.mistake("of several as good the first one: yours takes the last") { t, loss in
      t.dropFirst().reduce(t[0]) { loss($1) <= loss($0) ? $1 : $0 }
    },
    best.mistake("of several as good the first one: yours takes the lowest temperature") {
      t, loss in t.sorted().reduce(t.min()!) { loss($1) < loss($0) ? $1 : $0 }
    },
    best.mistake("the search stops at the first rise: the candidates come in any order") {
      t, loss in
      var best = t[0]
      for candidate in t.dropFirst() {
        guard loss(candidate) <= loss(best) else { return best }
        if loss(candidate) < loss(best) { best = candidate }
      }
      return best
    },
    best.mistake("a loss may be negative: begin with that of the first candidate, not with 0") {
      t, loss in
      t.dropFirst().reduce((t[0], Float(0))) { loss($1) < $0.1 ? ($1, loss($1)) : $0 }.0
    },
    best.mistake("the first candidate is never compared") { t, loss in
      guard t.count > 1 else { throw Trap("Index out of range") }
      return t.dropFirst(2).reduce(t[1]) { loss($1) < loss($0) ? $1 : $0 }
    },
    best.mistake("the last candidate is never tried") { t, loss in
      t.dropLast().reduce(t[0]) { loss($1) < loss($0) ? $1 : $0 }
    },
    best.mistake("the number of the candidate is returned: the temperature is wanted") {
      t, loss in
      Float(t.indices.dropFirst().reduce(0) { loss(t[$1]) < loss(t[$0]) ? $1 : $0 })
    },
  ]

  private typealias Loss = Callback<Float, Float>

  private static let loss = Function("calibrationLoss(logits:labels:temperature:)") {
    (z: [[Float]], labels: [Int], t: Float) -> Float in mean(z, labels, t)
  }

  private static let best = Function("bestTemperature(candidates:loss:)") {
    (t: [Float], loss: Loss) -> Float in
    t.dropFirst().reduce(t[0]) { loss($1) < loss($0) ? $1 : $0 }
  }

  private static func logSum(_ z: [Float], _ t: Float) -> Float {
    let m: Float = z.max()!
    var sum: Float = 0
    for logit in z { sum += exp((logit - m) / t) }
    return m / t + log(sum)
  }

  private static func mean(_ z: [[Float]], _ labels: [Int], _ t: Float) -> Float {
    averaged(z, labels) { z, right in logSum(z, t) - right / t }
  }

  /// The mean over the examples of something about the logits and the right one of them.
  private static func averaged(
    _ z: [[Float]], _ labels: [Int], _ value: ([Float], Float) -> Float
  ) -> Float {
    var sum: Float = 0
    for (row, label) in zip(z, labels) { sum += value(row, row[label]) }
    return sum / Float(labels.count)
  }

  private static func isHuge(_ z: [[Float]], _ t: Float) -> Bool {
    z.contains { row in row.contains { abs($0 / t) > 88 } }
  }

  @Sendable private static func askSearch(_ judge: Judge) {
    search(judge, [0.5, 1, 2, 8], "{ T in (T - 3) * (T - 3) }") { ($0 - 3) * ($0 - 3) }
    search(judge, [8, 4, 2.75, 1], "{ T in (T - 3) * (T - 3) }") { ($0 - 3) * ($0 - 3) }
    search(judge, [6, 2.5, 1], "{ T in (T - 3) * (T - 3) }") { ($0 - 3) * ($0 - 3) }
    search(judge, [9, 6, 3.5], "{ T in (T - 3) * (T - 3) }") { ($0 - 3) * ($0 - 3) }
    search(judge, [2], "{ T in T }") { $0 }
    search(judge, [5, 3, 7, 1], "{ T in -T }") { -$0 }
    // Two as good.
    search(judge, [5, 1, 0.5], "{ T in (T - 3) * (T - 3) }") { ($0 - 3) * ($0 - 3) }
    search(judge, [1, 5, 9], "{ T in (T - 3) * (T - 3) }") { ($0 - 3) * ($0 - 3) }
    let candidates = judge.generator.floats(judge.generator.count(3...7), in: 0.2...6)
    search(judge, candidates, "{ T in (T - 2) * (T - 2) }") { ($0 - 2) * ($0 - 2) }
  }

  private static func search(
    _ judge: Judge, _ candidates: [Float], _ code: Code,
    _ loss: @escaping @Sendable (Float) -> Float
  ) {
    judge.ask(best, candidates, Loss(code, loss))
  }
}
