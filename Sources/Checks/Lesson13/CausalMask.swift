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
    parts: [
      Part("", points: 3) { judge in
        judge.ask(shares, Tensor([[5, 9], [2, 2]]))
        judge.ask(shares, Tensor([[7]]))
        judge.ask(shares, Tensor([[1, 2, 3], [4, 0, 1], [0.5, 1, -2]]))
        judge.ask(
          shares, Tensor([[0, 40, 3, 1], [1, -1, 60, 2], [3, 1, 2, 50], [-1, 0, 2, 1]]))
        for n in [5, judge.generator.count(2...6)] {
          judge.ask(shares, 2 * judge.generator.matrix(n, n))
        }
        // Scores below any "very negative" number, and a future that outshines the past.
        judge.ask(shares, Tensor([[-300, -100], [-120, -121]]))
        judge.ask(shares, Tensor([[-2e5, 0], [-3e5, -3e5]]))
        judge.ask(shares, Tensor([[0, 500, 1], [-1, 2, 900], [700, 701, 699]]))
      }
    ],
    mistakes: [
      shares.mistake(
        "hidden after the softmax: the rows no longer add up to 1. Hide the scores before"
      ) { $0.softmax(axis: 1) * masked($0, hidden: 0, elsewhere: 1) { $1 > $0 } },
      shares.mistake("a score of 0 hides nothing, for e^0 is 1: a hidden score is minus infinity") {
        masked($0, hidden: 0) { $1 > $0 }.softmax(axis: 1)
      },
      shares.mistake("10 taken off hides too little: a large score still shines through") {
        ($0 + masked($0, hidden: -10, elsewhere: 0) { $1 > $0 }).softmax(axis: 1)
      },
      shares.mistake("a place may look at itself: the diagonal is not hidden") {
        masked($0, hidden: -.infinity) { $1 >= $0 }.softmax(axis: 1)
      },
      shares.mistake("the past is hidden and the future shown: turn the comparison") {
        masked($0, hidden: -.infinity) { $1 < $0 }.softmax(axis: 1)
      },
      shares.mistake("one place too far: the next one is the future already") {
        masked($0, hidden: -.infinity) { $1 > $0 + 1 }.softmax(axis: 1)
      },
      shares.mistake("the softmax runs down the columns: each row is one query, and adds up to 1") {
        masked($0, hidden: -.infinity) { $1 > $0 }.softmax(axis: 0)
      },
      shares.mistake("nothing is hidden: that is the softmax of all scores") {
        $0.softmax(axis: 1)
      },
      shares.mistake(
        "a score may be lower still than yours for hidden ones: only minus infinity hides for certain"
      ) {
        masked($0, hidden: -100) { $1 > $0 }.softmax(axis: 1)
      },
      shares.mistake(
        "a score may be lower still than yours for hidden ones: only minus infinity hides for certain"
      ) {
        masked($0, hidden: -1e5) { $1 > $0 }.softmax(axis: 1)
      },
      shares.mistake("e^score is too large for a Float: take the largest visible score away first")
      {
        let powers = $0.exp()
        return normalised(masked(powers, hidden: 0) { $1 > $0 })
      },
      shares.mistake("the largest score taken away must be one that the row may see") {
        let powers = ($0 - $0.max(axis: 1, keepingDimension: true)).exp()
        return normalised(masked(powers, hidden: 0) { $1 > $0 })
      },
    ])

  private static let shares = Function("causalShares(scores:)") { (scores: Tensor) -> Tensor in
    masked(scores, hidden: -.infinity) { $1 > $0 }.softmax(axis: 1)
  }

  private static func normalised(_ powers: Tensor) -> Tensor {
    powers / powers.sum(axis: 1, keepingDimension: true)
  }

  /// The scores, or `elsewhere`, with another number where row and column say so.
  private static func masked(
    _ scores: Tensor, hidden: Float, elsewhere: Float? = nil, where isHidden: (Int, Int) -> Bool
  ) -> Tensor {
    var result = scores
    for row in 0..<scores.shape[0] {
      for column in 0..<scores.shape[1] {
        result[row, column] =
          isHidden(row, column) ? hidden : elsewhere ?? scores[row, column]
      }
    }
    return result
  }
}
