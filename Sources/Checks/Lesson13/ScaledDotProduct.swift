import ExerciseKit
import MiniTensor

extension Checks13 {
  /// Exercise 13.1.
  static let scaledDotProduct = Check(
    "13.1", "Scaled dot-product attention", difficulty: 3, minutes: 40,
    file: "ScaledDotProduct.swift", chapter: chapter, section: "A soft dictionary",
    replaces: ["attentionWeights", "scaledDotProductAttention", "MultiHeadAttention"],
    hints: [
      "Write the shapes under the names: [n, d] and [m, d] give [n, m]. One of them must be turned.",
      "matmul takes transposingOther: true, and softmax takes the axis along which it adds up to 1.",
      """
      The root is that of the last extent of the queries. The answers are one matrix product: a row \
      of shares times the matrix of values.
      """,
      """
      The head: a place is found when its key agrees with the query. Think of a place that is to \
      be found: what does it have to say of itself, in terms of tokens, for this query to fit?
      """,
      """
      Write one-hots for tokens. Two different ones have the product 0, two equal ones 1, and the \
      root of d makes that smaller still: compute which factor brings a share of 0.9 among a \
      hundred.
      """,
    ],
    parts: [
      Part("the shares", points: 2) { judge in askShares(judge) },
      Part("the answers", points: 1) { judge in
        judge.ask(answer, Tensor([[0.25, 0.75]]), Tensor([[4], [8]]))
        judge.ask(
          answer, Tensor([[0.5, 0.5, 0], [0, 0.125, 0.875]]), Tensor([[1, 2], [3, 5], [7, -9]]))
        let (n, m) = (judge.generator.count(1...5), judge.generator.count(2...5))
        let shares = (3 * judge.generator.matrix(n, m)).softmax(axis: 1)
        judge.ask(answer, shares, judge.generator.matrix(m, judge.generator.count(1...4)))
        judge.ask(answer, Tensor([[1], [1]]), Tensor([[3, -2, 5]]))
      },
      Part("a head set by hand", points: 2) { judge in askHead(judge) },
    ],
    mistakes: [
      shares.mistake("the scores are not scaled: divide them by the square root of d") { q, k in
        scores(q, k, divisor: 1).softmax(axis: 1)
      },
      shares.mistake("divided by d itself: its square root is wanted") { q, k in
        scores(q, k, divisor: Float(q.shape[1])).softmax(axis: 1)
      },
      shares.mistake("multiplied by the root: larger d needs smaller scores, so divide") { q, k in
        scores(q, k, divisor: 1 / root(q)).softmax(axis: 1)
      },
      shares.mistake("d is the length of one key, not the number of keys") { q, k in
        scores(q, k, divisor: Float(k.shape[0]).squareRoot()).softmax(axis: 1)
      },
      shares.mistake("d is the length of one query, not the number of queries") { q, k in
        scores(q, k, divisor: Float(q.shape[0]).squareRoot()).softmax(axis: 1)
      },
      shares.mistake("each column adds up to 1: a query shares its attention, so rows must") {
        q, k in scores(q, k, divisor: root(q)).softmax(axis: 0)
      },
      shares.mistake("the scores were scaled after the softmax: scale them before it") { q, k in
        scores(q, k, divisor: 1).softmax(axis: 1) / root(q)
      },
      shares.mistake("those are scores: a softmax must turn them into shares") { q, k in
        scores(q, k, divisor: root(q))
      },
      shares.mistake("large scores overflow: take the greatest away before exp, or use softmax") {
        q, k in normalised(scores(q, k, divisor: root(q)).exp())
      },
      shares.mistake("each row has its own greatest score to take away: yours takes one for all") {
        q, k in
        let scores = scores(q, k, divisor: root(q))
        return normalised((scores - scores.max()).exp())
      },
      answer.mistake("the shares add up to 1 already: nothing is divided by the number of values") {
        w, v in w.matmul(v) / Float(v.shape[0])
      },
      answer.mistake("yours takes the value with the largest share alone: every value counts") {
        w, v in v.rows(w.argmax(axis: 1))
      },
      answer.mistake("that is the plain mean: each value has a share of its own") { w, v in
        Tensor.full(w.shape, 1 / Float(v.shape[0])).matmul(v)
      },
    ] + headMistakes)

  // MARK: - The functions

  private static let shares = Function("attentionShares(queries:keys:)") {
    (q: Tensor, k: Tensor) -> Tensor in scores(q, k, divisor: root(q)).softmax(axis: 1)
  }

  private static let answer = Function("lookedUp(shares:values:)") {
    (shares: Tensor, values: Tensor) -> Tensor in shares.matmul(values)
  }

  private static func root(_ queries: Tensor) -> Float { Float(queries.shape[1]).squareRoot() }

  private static func scores(_ q: Tensor, _ k: Tensor, divisor: Float) -> Tensor {
    q.matmul(k, transposingOther: true) / divisor
  }

  private static func normalised(_ powers: Tensor) -> Tensor {
    powers / powers.sum(axis: 1, keepingDimension: true)
  }

  // MARK: - Questions

  private static func askShares(_ judge: Judge) {
    judge.ask(shares, Tensor([[0], [9]]), Tensor([[-1], [0], [1]]))
    judge.ask(
      shares, Tensor([[1, 2, 0, -1]]), Tensor([[0, 1, 3, 1], [2, -1, 1, 0], [1, 1, 1, 2]]))
    judge.ask(
      shares, Tensor([[1, -2], [0.5, 3]]), Tensor([[1, 1], [2, 0], [-1, 1], [0, 2], [1, -1]]))
    judge.ask(shares, Tensor([[3, 4, 5]]), Tensor([[1, 2, 3]]))
    let random = (judge.generator.count(1...5), judge.generator.count(2...5))
    for (n, m, d) in [(3, 4, 6), (random.0, random.1, judge.generator.count(2...6))] {
      judge.ask(shares, 2 * judge.generator.matrix(n, d), 2 * judge.generator.matrix(m, d))
    }
    // Scores of which no Float holds the exponential; then rows far apart.
    judge.ask(shares, Tensor([[300, 0, 0, 0]]), Tensor([[1, 0, 0, 0], [2, 0, 0, 0]]))
    judge.ask(shares, Tensor([[-400, 0.5]]), Tensor([[1, 0], [1, 2], [1, -1]]))
    judge.ask(
      shares, Tensor([[500, 0], [-500, 1], [0, 1]]), Tensor([[1, 0], [1, 2], [1, 1]]))
  }
}
