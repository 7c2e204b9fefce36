import ExerciseKit
import MiniTensor

extension Checks05 {
  /// Exercise 5.3.
  static let loss = Check(
    "5.3", "Back through softmax and cross-entropy", difficulty: 2, minutes: 20,
    file: "LossBackward.swift", chapter: "05-backpropagation.md",
    section: "Where the blame begins",
    replaces: ["Variable", "backward", "softmaxCrossEntropy"],
    hints: [
      "Take one row: its probabilities, and then something happens at the place of the label.",
      """
      Tensor.oneHot(labels, classes: ...) is the truth as a tensor of the same shape. How many \
      classes there are, the logits know: shape[1].
      """,
      """
      Probabilities minus truth, and then the mean: each row has its share of one over the number \
      of rows. Check that every row of your answer adds up to 0.
      """,
    ],
    parts: [
      Part("one example", points: 1, oneRow), Part("the mean of a batch", points: 2, batches),
    ],
    mistakes: [
      lossBackward.mistake(
        "the sign: it is what was believed minus what is true, yours points uphill"
      ) {
        -right($0, $1)
      },
      lossBackward.mistake("the loss is a mean over the batch: divide by the number of rows") {
        right($0, $1) * Float($1.count)
      },
      lossBackward.mistake(
        "divided by all numbers of the batch: only by the rows, not by the classes too"
      ) {
        right($0, $1) / Float($0.shape[1])
      },
      lossBackward.mistake("the truth is missing: yours are the probabilities only") {
        $0.softmax(axis: 1) / Float($1.count)
      },
      lossBackward.mistake(
        "the truth was taken from the scores: they have to become probabilities first"
      ) {
        ($0 - Tensor.oneHot($1, classes: $0.shape[1])) / Float($1.count)
      },
      lossBackward.mistake(
        "p (1 - p) belongs to the squared error: with cross-entropy it cancels, nothing is left of it"
      ) { logits, labels in
        let p = logits.softmax(axis: 1)
        return right(logits, labels) * p * (1 - p)
      },
      lossBackward.mistake(
        "only the place of the right class has a value in yours: the other classes get blame too"
      ) {
        right($0, $1) * Tensor.oneHot($1, classes: $0.shape[1])
      },
      lossBackward.mistake("yours is the loss's own formula, truth times log p: its slope is asked")
      {
        logits, labels in
        -Tensor.oneHot(labels, classes: logits.shape[1]) * logits.softmax(axis: 1).log()
          / Float(labels.count)
      },
      lossBackward.mistake("softmax twice: the scores become probabilities once") {
        logits, labels in right(logits.softmax(axis: 1), labels)
      },
      lossBackward.mistake("one label for all rows: each row has a truth of its own") {
        logits, labels in right(logits, labels.map { _ in labels[0] })
      },
      lossBackward.mistake(
        "the truth over p is the slope by p: asked is the slope by the scores before the softmax"
      ) { logits, labels in
        -Tensor.oneHot(labels, classes: logits.shape[1]) / logits.softmax(axis: 1)
          / Float(labels.count)
      },
      lossBackward.mistake(
        "the probabilities add up to 1 down the columns: every row is one example"
      ) {
        logits, labels in
        (logits.softmax(axis: 0) - Tensor.oneHot(labels, classes: logits.shape[1]))
          / Float(labels.count)
      },
    ])

  private static let lossBackward = Function("lossBackward(logits:labels:)", right)

  @Sendable private static func right(_ logits: Tensor, _ labels: [Int]) -> Tensor {
    (logits.softmax(axis: 1) - Tensor.oneHot(labels, classes: logits.shape[1]))
      / Float(labels.count)
  }

  @Sendable private static func oneRow(_ judge: Judge) {
    ask(judge, [[1, 2, 4]], labels: [0])
    ask(judge, [[0, 0]], labels: [1])
    ask(judge, [[-1, 3, 0.5, 2]], labels: [2])
    ask(judge, [[5]], labels: [0])
    let classes = judge.generator.count(2...6)
    let label = judge.generator.count(0...classes - 1)
    ask(judge, [judge.generator.floats(classes, in: -3...3)], labels: [label])
  }

  @Sendable private static func batches(_ judge: Judge) {
    ask(judge, [[1, 2], [3, 1], [-1, 0.5]], labels: [0, 0, 1])
    ask(judge, [[1000, 0, 0], [0, -1000, 0]], labels: [1, 2])
    let sizes = judge.generator.sizes(2)
    let labels = (0..<sizes[0]).map { _ in judge.generator.count(0...sizes[1] - 1) }
    ask(judge, judge.generator.rows(sizes[0], sizes[1], in: -3...3), labels: labels)
  }

  private static func ask(_ judge: Judge, _ rows: [[Float]], labels: [Int]) {
    judge.ask(lossBackward, Tensor(rows), labels)
  }
}
