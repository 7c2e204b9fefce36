import ExerciseKit
import MiniTensor

extension Checks13 {
  /// Exercise 13.2.
  static let causalMask = Check(
    "13.2", "The causal mask", difficulty: 2, minutes: 15,
    file: "CausalMask.swift", chapter: chapter, section: "Not the future",
    replaces: ["causalMask", "attentionWeights", "scaledDotProductAttention"],
    hints: [
      "Which score would make a key's share exactly 0, whatever the other scores are?",
      "e to the power of minus infinity is 0, and -Float.infinity is a number that one may write.",
      "Row i, column j: hide it when j is greater than i. Then one softmax over all rows.",
    ],
    parts: [Part("", points: 3, ask)],
    mistakes: [
      causalShares.mistake(
        "hidden after the softmax: the rows no longer add up to 1. Hide the scores before"
      ) {
        $0.softmax(axis: 1) * masked($0, hidden: 0, elsewhere: 1) { $1 > $0 }
      },
      causalShares.mistake(
        "a score of 0 hides nothing, for e^0 is 1: a hidden score is minus infinity"
      ) {
        masked($0, hidden: 0) { $1 > $0 }.softmax(axis: 1)
      },
      causalShares.mistake("10 taken off hides too little: a large score still shines through") {
        ($0 + masked($0, hidden: -10, elsewhere: 0) { $1 > $0 }).softmax(axis: 1)
      },
      causalShares.mistake("a place may look at itself: the diagonal is not hidden") {
        masked($0, hidden: -.infinity) { $1 >= $0 }.softmax(axis: 1)
      },
      causalShares.mistake("the past is hidden and the future shown: turn the comparison") {
        masked($0, hidden: -.infinity) { $1 < $0 }.softmax(axis: 1)
      },
      causalShares.mistake("one place too far: the next one is the future already") {
        masked($0, hidden: -.infinity) { $1 > $0 + 1 }.softmax(axis: 1)
      },
      causalShares.mistake(
        "the softmax runs down the columns: each row is one query, and adds up to 1"
      ) {
        masked($0, hidden: -.infinity) { $1 > $0 }.softmax(axis: 0)
      },
      causalShares.mistake("nothing is hidden: that is the softmax of all scores") {
        $0.softmax(axis: 1)
      },
    ])

  private static let causalShares = Function("causalShares(scores:)") { (scores: Tensor) in
    masked(scores, hidden: -.infinity) { $1 > $0 }.softmax(axis: 1)
  }

  @Sendable private static func ask(_ judge: Judge) {
    let cases: [[[Float]]] = [
      [[5, 9], [2, 2]],
      [[7]],
      [[1, 2, 3], [4, 0, 1], [0.5, 1, -2]],
      [[0, 40, 3, 1], [1, -1, 60, 2], [3, 1, 2, 50], [-1, 0, 2, 1]],
      rows(5, 5, &judge.generator),
    ]
    for scores in cases { judge.ask(causalShares, Tensor(scores)) }
    let size = Int.random(in: 2...6, using: &judge.generator)
    // Scores far below -100 are scores too.
    judge.ask(causalShares, Tensor(rows(size, size, &judge.generator)) * 100 - 500)
  }

  /// The scores, or `elsewhere`, with another number where row and column say so.
  private static func masked(
    _ scores: Tensor, hidden: Float, elsewhere: Float? = nil, where isHidden: (Int, Int) -> Bool
  ) -> Tensor {
    var result = scores
    for row in 0..<scores.shape[0] {
      for column in 0..<scores.shape[1] {
        if isHidden(row, column) {
          result[row, column] = hidden
        } else if let elsewhere {
          result[row, column] = elsewhere
        }
      }
    }
    return result
  }
}
