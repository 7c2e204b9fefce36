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
    askWinner(judge, w: [[1, 0], [0, 1], [1, 1]], b: [0, 0, 0], x: [2, 3])
    askWinner(judge, w: [[3, -1], [1, 1]], b: [-5, 0], x: [2, 1])
    askWinner(judge, w: [[-3], [-1], [-2]], b: [0, 0, 0], x: [1])
    askWinner(judge, w: [[1, 0], [-4, 0], [2, 0]], b: [0, 0, 0], x: [1, 0])
    askWinner(judge, w: [[0, 1], [1, 0], [0, 1], [1, 0]], b: [0, 1, 0, 1], x: [2, 1])
    askWinner(judge, w: [[0, 0], [0, 0], [0, 0]], b: [0, 0, 0], x: [1, 2])
    askWinner(judge, w: [[5]], b: [1], x: [-1])
    let w = (0..<7).map { _ in judge.generator.floats(4) }
    for _ in 0..<3 {
      let x = judge.generator.floats(4)
      askWinner(judge, w: w, b: judge.generator.floats(7), x: x)
    }
  }

  @Sendable private static func mistakes(_ judge: Judge) {
    askMove(
      judge, w: [[0, 0], [0, 0], [0, 0]], b: [0, 0, 0], x: [1, 2], label: 2, predicted: 0)
    askMove(judge, w: [[1], [2], [3], [4]], b: [1, 0, -1, 0.5], x: [-3], label: 1, predicted: 3)
    let w = (0..<5).map { _ in judge.generator.floats(3) }
    let (b, x) = (judge.generator.floats(5), judge.generator.floats(3))
    askMove(judge, w: w, b: b, x: x, label: 4, predicted: 0)
  }

  @Sendable private static func rightAnswersOfMany(_ judge: Judge) {
    askMove(judge, w: [[1, -1], [2, 0.5]], b: [0.5, 1], x: [3, 2], label: 1, predicted: 1)
    askMove(judge, w: [[4], [0], [1]], b: [0, 0, 2], x: [2], label: 0, predicted: 0)
    let label = Int.random(in: 0...2, using: &judge.generator)
    let w = (0..<3).map { _ in judge.generator.floats(2) }
    let (b, x) = (judge.generator.floats(3), judge.generator.floats(2))
    askMove(judge, w: w, b: b, x: x, label: label, predicted: label)
  }

  private static func askWinner(
    _ judge: Judge, w: [[Float]], b: [Float], x: [Float]
  ) {
    judge.ask(winningClass, w, b, x)
  }

  private static func askMove(
    _ judge: Judge, w: [[Float]], b: [Float], x: [Float], label: Int,
    predicted: Int
  ) {
    judge.ask(corrected, w, b, x, label, predicted)
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
