import ExerciseKit

extension Checks02 {
  /// The neurons of all classes.
  private typealias Neurons = (weights: [[Float]], biases: [Float])

  /// Exercise 2.5.
  static let manyClasses = Check(
    "2.5", "Many classes", difficulty: 3, minutes: 30,
    file: "ManyClasses.swift", chapter: "02-perceptron.md", section: "Ten neurons",
    hints: [
      "Score the example with every neuron first: an array with one number a class.",
      "Keep the best class so far, beginning with class 0; only a higher score may replace it.",
      """
      For the correction copy weights and biases into variables. Two rows change, weights[label] \
      and weights[predicted], by as much as x says and in opposite directions; the biases by 1.
      """,
    ],
    parts: [
      Part("the highest score wins", points: 2, winners),
      Part("after a mistake two neurons move", points: 2, mistakes),
      Part("after a right answer none does", points: 1, rightAnswersOfMany),
    ],
    mistakes: [
      winningClass.mistake("the biases are missing from the scores") { w, _, x in
        firstBest(w.map { product($0, x) })
      },
      winningClass.mistake("of equal scores the first wins, not the last") { w, b, x in
        let all = scores(w, b, x)
        return all.lastIndex(of: all.max()!)!
      },
      winningClass.mistake(
        "all scores may be negative: begin the search with class 0, not with score 0"
      ) {
        w, b, x in
        let all = scores(w, b, x)
        return all.max()! > 0 ? firstBest(all) : 0
      },
      winningClass.mistake("the highest score wins, with its sign: -5 is not more than 2") {
        w, b, x in
        firstBest(scores(w, b, x).map { abs($0) })
      },
      winningClass.mistake("the lowest score wins in yours: the highest should") { w, b, x in
        firstBest(scores(w, b, x).map { -$0 })
      },
      winningClass.mistake("the last class is never looked at: it can win like the others") {
        w, b, x in firstBest(scores(Array(w.prefix(max(1, w.count - 1))), b, x))
      },
      corrected.mistake("the class that won wrongly stays where it was: it has to move away") {
        w, b, x, label, predicted in
        label == predicted ? (w, b) : moved(w, b, x, [label: 1])
      },
      corrected.mistake("every wrong class moves away: only the one that won should") {
        w, b, x, label, predicted in
        guard label != predicted else { return (w, b) }
        let away = b.indices.filter { $0 != label }.map { ($0, Float(-1)) }
        return moved(w, b, x, Dictionary(uniqueKeysWithValues: away + [(label, 1)]))
      },
      corrected.mistake("the two are exchanged: the right class moves towards x, the winner away") {
        w, b, x, label, predicted in
        label == predicted ? (w, b) : moved(w, b, x, [label: -1, predicted: 1])
      },
      corrected.mistake("the biases stay where they were: they move by 1, as weights of an input 1")
      {
        w, b, x, label, predicted in
        label == predicted ? (w, b) : (moved(w, b, x, [label: 1, predicted: -1]).weights, b)
      },
      corrected.mistake("only the right class's bias moves: that of the winner goes down by 1") {
        w, b, x, label, predicted in
        let right = rightMove(w, b, x, label, predicted)
        var biases = right.biases
        if label != predicted { biases[predicted] = b[predicted] }
        return (right.weights, biases)
      },
      corrected.mistake("the features are missing: a class moves by x, weight by weight") {
        w, b, x, label, predicted in rightMove(w, b, x.map { _ in 1 }, label, predicted)
      },
      corrected.mistake("yours moves the right class after right answers too") {
        w, b, x, label, predicted in
        moved(w, b, x, label == predicted ? [label: 1] : [label: 1, predicted: -1])
      },
    ])

  private static let corrected = Function("corrected(weights:biases:x:label:predicted:)", rightMove)
  private static let winningClass = Function("winningClass(weights:biases:x:)") {
    (w: [[Float]], b: [Float], x: [Float]) in firstBest(scores(w, b, x))
  }

  @Sendable private static func winners(_ judge: Judge) {
    judge.ask(winningClass, [[1, 0], [0, 1], [1, 1]], [0, 0, 0], [2, 3])
    judge.ask(winningClass, [[3, -1], [1, 1]], [-5, 0], [2, 1])
    judge.ask(winningClass, [[-3], [-1], [-2]], [0, 0, 0], [1])
    judge.ask(winningClass, [[1, 0], [-4, 0], [2, 0]], [0, 0, 0], [1, 0])
    judge.ask(winningClass, [[0, 1], [1, 0], [0, 1], [1, 0]], [0, 1, 0, 1], [2, 1])
    judge.ask(winningClass, [[0, 0], [0, 0], [0, 0]], [0, 0, 0], [1, 2])
    judge.ask(winningClass, [[5]], [1], [-1])
    judge.ask(winningClass, [[-300], [-200], [-500]], [0, 0, 0], [1])
    for _ in 0..<4 {
      let (w, b, x) = neurons(judge)
      judge.ask(winningClass, w, b, x)
    }
  }

  @Sendable private static func mistakes(_ judge: Judge) {
    judge.ask(corrected, [[0, 0], [0, 0], [0, 0]], [0, 0, 0], [1, 2], 2, 0)
    judge.ask(corrected, [[1], [2], [3], [4]], [1, 0, -1, 0.5], [-3], 1, 3)
    let (w, b, x) = neurons(judge)
    let last = w.count - 1
    judge.ask(corrected, w, b, x, last, judge.generator.count(0...last - 1))
  }

  @Sendable private static func rightAnswersOfMany(_ judge: Judge) {
    judge.ask(corrected, [[1, -1], [2, 0.5]], [0.5, 1], [3, 2], 1, 1)
    judge.ask(corrected, [[4], [0], [1]], [0, 0, 2], [2], 0, 0)
    let (w, b, x) = neurons(judge)
    let label = judge.generator.count(0...w.count - 1)
    judge.ask(corrected, w, b, x, label, label)
  }

  /// The neurons of three classes or more, and an example.
  private static func neurons(_ judge: Judge) -> (w: [[Float]], b: [Float], x: [Float]) {
    let sizes = judge.generator.sizes(2, in: 3...7)
    return (
      judge.generator.rows(sizes[0], sizes[1]), judge.generator.floats(sizes[0]),
      judge.generator.floats(sizes[1])
    )
  }

  @Sendable private static func rightMove(
    _ w: [[Float]], _ b: [Float], _ x: [Float], _ label: Int, _ predicted: Int
  ) -> Neurons {
    label == predicted ? (w, b) : moved(w, b, x, [label: 1, predicted: -1])
  }

  /// Moves some classes along x, each by its factor.
  private static func moved(
    _ w: [[Float]], _ b: [Float], _ x: [Float], _ factors: [Int: Float]
  ) -> Neurons {
    var (w, b) = (w, b)
    for (c, factor) in factors {
      w[c] = zip(w[c], x).map { $0 + factor * $1 }
      b[c] += factor
    }
    return (w, b)
  }

  private static func scores(_ w: [[Float]], _ b: [Float], _ x: [Float]) -> [Float] {
    zip(w, b).map { product($0, x) + $1 }
  }

  private static func firstBest(_ scores: [Float]) -> Int {
    scores.firstIndex(of: scores.max()!)!
  }
}
