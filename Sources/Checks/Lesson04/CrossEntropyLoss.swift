import ExerciseKit
import Foundation
import MiniTensor

extension Checks04 {
  /// Exercise 4.4.
  static let crossEntropyLoss = Check(
    "4.4", "Cross-entropy from the logits", difficulty: 2, minutes: 25,
    file: "CrossEntropy.swift", chapter: "04-multilayer-perceptron.md",
    section: "From scores to probabilities",
    replaces: ["softmax", "logSoftmax", "logSumExp", "softmaxCrossEntropy"],
    hints: [
      """
      Take one row. Its loss is a smooth maximum of the scores minus the score of the right \
      class.
      """,
      """
      The smooth maximum is m + log(sum of e^(z_k - m)). Because e^(m - m) = 1 is in the sum, the \
      logarithm never sees a 0.
      """,
      """
      Add m + log(sum) - z[label] over the rows, where m and the sum are that row's own, and \
      divide by the number of rows at the end.
      """,
    ],
    parts: [
      Part("one example", points: 1, oneRow),
      Part("the mean of a batch", points: 1, batches),
      Part("sure and wrong", points: 2, extremes),
    ],
    mistakes: [
      crossEntropy.mistake(
        """
        the logarithm of a probability that rounded to 0: use log(sum of e^z) - z_label, with the \
        largest score taken out
        """
      ) { logits, labels in
        mean(logits, labels) { scores, label in -log(shares(scores)[label]) }
      },
      crossEntropy.mistake("e^z overflows for large scores: take the largest out of the sum first")
      {
        logits, labels in
        mean(logits, labels) { scores, label in
          log(scores.reduce(0) { $0 + exp($1) }) - scores[label]
        }
      },
      crossEntropy.mistake(
        "the largest score was subtracted inside exp and never added again outside"
      ) {
        logits, labels in
        mean(logits, labels) { scores, label in loss(scores, label) - scores.max()! }
      },
      crossEntropy.mistake(
        "the losses are added up: divide by the number of rows, the loss is the mean"
      ) {
        logits, labels in
        mean(logits, labels, loss) * Float(labels.count)
      },
      crossEntropy.mistake(
        "divided by all numbers of the batch: the mean runs over the rows, not over the classes"
      ) { logits, labels in
        mean(logits, labels, loss) / Float(logits.shape[1])
      },
      crossEntropy.mistake("the sign: surprise is -log p, a positive number") { logits, labels in
        -mean(logits, labels, loss)
      },
      crossEntropy.mistake(
        "the logarithm is to base 2, so the loss is in bits: use the natural logarithm"
      ) {
        logits, labels in
        mean(logits, labels, loss) / log(2)
      },
      crossEntropy.mistake(
        "softmax twice: the exponentials were taken of probabilities, not of the scores"
      ) {
        logits, labels in
        mean(logits, labels) { scores, label in loss(shares(scores), label) }
      },
      crossEntropy.mistake("only the first row counts in yours: the loss is the mean over all rows")
      {
        logits, labels in loss(logits.row(0).scalars, labels[0])
      },
      crossEntropy.mistake("yours looks for the best class: the score of the label is what counts")
      {
        logits, labels in
        mean(logits, labels) { scores, _ in loss(scores, scores.firstIndex(of: scores.max()!)!) }
      },
      crossEntropy.mistake(
        "a little is added to p before the logarithm: a loss of 200 then ends at 16 or 27"
      ) { logits, labels in
        mean(logits, labels) { scores, label in -log(shares(scores)[label] + 1e-7) }
      },
      crossEntropy.mistake("yours is 1 - p_label or p_label: the logarithm is missing") {
        logits, labels in
        mean(logits, labels) { scores, label in 1 - shares(scores)[label] }
      },
    ])

  private static let crossEntropy = Function("crossEntropy(logits:labels:)") {
    (logits: Tensor, labels: [Int]) in mean(logits, labels, loss)
  }

  @Sendable private static func oneRow(_ judge: Judge) {
    ask(judge, [[0, 1, 2]], labels: [0])
    ask(judge, [[0, 0]], labels: [1])
    ask(judge, [[-1, 3, 0.5, 2]], labels: [1])
    ask(judge, [[5]], labels: [0])
    let classes = judge.generator.count(2...6)
    let label = judge.generator.count(0...classes - 1)
    ask(judge, [judge.generator.floats(classes, in: -3...3)], labels: [label])
  }

  @Sendable private static func batches(_ judge: Judge) {
    ask(judge, [[1, 2], [3, 1], [-1, 0.5]], labels: [0, 0, 1])
    let sizes = judge.generator.sizes(2)
    let labels = (0..<sizes[0]).map { _ in judge.generator.count(0...sizes[1] - 1) }
    ask(judge, judge.generator.rows(sizes[0], sizes[1], in: -3...3), labels: labels)
  }

  @Sendable private static func extremes(_ judge: Judge) {
    ask(judge, [[30, 0], [0, 40]], labels: [1, 1])
    ask(judge, [[200, 0]], labels: [1])
    ask(judge, [[-1000, -1001], [500, 0]], labels: [0, 0])
    ask(judge, [[3e4, 0, -3e4]], labels: [2])
    ask(judge, [judge.generator.floats(4, in: 900...1000)], labels: [3])
  }

  private static func ask(_ judge: Judge, _ rows: [[Float]], labels: [Int]) {
    judge.ask(crossEntropy, Tensor(rows), labels)
  }

  private static func mean(
    _ logits: Tensor, _ labels: [Int], _ loss: ([Float], Int) -> Float
  ) -> Float {
    let losses = labels.enumerated().map { loss(logits.row($0).scalars, $1) }
    return losses.reduce(0, +) / Float(labels.count)
  }

  private static func loss(_ scores: [Float], _ label: Int) -> Float {
    let largest = scores.max()!
    return largest + log(scores.reduce(0) { $0 + exp($1 - largest) }) - scores[label]
  }

  /// A stable softmax of one row.
  private static func shares(_ scores: [Float]) -> [Float] {
    let largest = scores.max()!
    let exponentials = scores.map { exp($0 - largest) }
    let sum = exponentials.reduce(0, +)
    return exponentials.map { $0 / sum }
  }
}
