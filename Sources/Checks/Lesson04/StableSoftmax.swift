import ExerciseKit
import MiniTensor

extension Checks04 {
  /// Exercise 4.3.
  static let stableSoftmax = Check(
    "4.3", "Softmax that never overflows", difficulty: 2, minutes: 20,
    file: "Softmax.swift", chapter: "04-multilayer-perceptron.md",
    section: "From scores to probabilities",
    replaces: ["softmax", "logSoftmax", "logSumExp"],
    hints: [
      """
      Write it for one row first: exponentials, their sum, the quotient. Which axis of [batch, \
      classes] do you sum along?
      """,
      """
      Subtracting m from every score divides numerator and denominator by the same e^m. If m is \
      the largest score of the row, no exponent is above 0.
      """,
      """
      logits.max(axis: 1, keepingDimension: true) has the shape [batch, 1], and so every row \
      loses its own maximum by broadcasting. The sum of the exponentials works in the same way.
      """,
    ],
    parts: [
      Part("probabilities", points: 2, probabilities),
      Part("large scores", points: 2, largeScores),
    ],
    mistakes: [
      softmax.mistake(
        """
        e^x is infinite for large scores, and infinity / infinity is not a number: subtract each \
        row's largest score before exp
        """
      ) { logits in
        let e = logits.exp()
        return e / e.sum(axis: 1, keepingDimension: true)
      },
      softmax.mistake("the columns add up to 1, not the rows: sum along axis 1, the classes") {
        logits in
        let e = (logits - logits.max(axis: 0, keepingDimension: true)).exp()
        return e / e.sum(axis: 0, keepingDimension: true)
      },
      softmax.mistake("all numbers together add up to 1: every row of the batch must by itself") {
        logits in
        let e = (logits - logits.max()).exp()
        return e / e.sum()
      },
      softmax.mistake(
        "one maximum for the whole batch: a row far below it becomes 0 / 0; each row needs its own"
      ) { logits in
        let e = (logits - logits.max()).exp()
        return e / e.sum(axis: 1, keepingDimension: true)
      },
      softmax.mistake(
        """
        the smallest score was subtracted, so the exponents still grow without limit: subtract \
        the largest
        """
      ) { logits in
        let e = (logits - logits.min(axis: 1, keepingDimension: true)).exp()
        return e / e.sum(axis: 1, keepingDimension: true)
      },
      softmax.mistake(
        """
        the largest score so far begins at 0 in yours: where all scores are far below, everything \
        becomes 0 / 0
        """
      ) { logits in
        let e = (logits - logits.max(axis: 1, keepingDimension: true).relu()).exp()
        return e / e.sum(axis: 1, keepingDimension: true)
      },
      softmax.mistake("the first score of a row was subtracted: only the largest is safe") {
        logits in
        let rows = logits.shape[0]
        let first = Tensor((0..<rows).map { logits[$0, 0] }, shape: [rows, 1])
        let e = (logits - first).exp()
        return e / e.sum(axis: 1, keepingDimension: true)
      },
      softmax.mistake(
        """
        the exponents are cut off at some number, so large scores become equal: subtract the row's \
        largest score instead
        """
      ) { logits in
        let e = Tensor.minimum(logits, Tensor(80)).exp()
        return e / e.sum(axis: 1, keepingDimension: true)
      },
      softmax.mistake("the probabilities have to be e^z over their sum, not z over the sum of z") {
        logits in logits / logits.sum(axis: 1, keepingDimension: true)
      },
      softmax.mistake("the exponentials are not divided by their sum: no row adds up to 1") {
        logits in
        (logits - logits.max(axis: 1, keepingDimension: true)).exp()
      },
      softmax.mistake(
        """
        the scores were scaled down by the largest instead of shifted: only a difference leaves \
        the result alone
        """
      ) { logits in
        let e = (logits / logits.max(axis: 1, keepingDimension: true)).exp()
        return e / e.sum(axis: 1, keepingDimension: true)
      },
    ])

  private static let softmax = Function("softmax(_:)") { (logits: Tensor) -> Tensor in
    let e = (logits - logits.max(axis: 1, keepingDimension: true)).exp()
    return e / e.sum(axis: 1, keepingDimension: true)
  }

  @Sendable private static func probabilities(_ judge: Judge) {
    ask(judge, [[0, 1, 2]])
    ask(judge, [[1, 2], [3, 1], [-1, 0.5]])
    ask(judge, [[7]])
    let sizes = judge.generator.sizes(2)
    ask(judge, judge.generator.rows(sizes[0], sizes[1], in: -4...4))
    ask(judge, [[2, 2, 2, 2], [-1, 0, 1, 0]])
  }

  @Sendable private static func largeScores(_ judge: Judge) {
    ask(judge, [[100, 101, 99]])
    ask(judge, [[0, 0], [1000, 0]])
    ask(judge, [[-1000, -1001], [500, 500]])
    ask(judge, [[3e38, 0, 1], [0, 1, 2]])
    ask(judge, [[0, 1000]])
    ask(judge, [[1000, 0]])
    let classes = judge.generator.count(2...6)
    let high = judge.generator.floats(classes, in: 900...1000)
    ask(judge, [high, judge.generator.floats(classes), high.map { -$0 }])
  }

  private static func ask(_ judge: Judge, _ rows: [[Float]]) {
    judge.ask(softmax, Tensor(rows))
  }
}
