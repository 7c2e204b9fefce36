import ExerciseKit
import MiniTensor

extension Checks13 {
  /// Exercise 13.1.
  static let scaledDotProduct = Check(
    "13.1", "Scaled dot-product attention", difficulty: 2, minutes: 20,
    file: "ScaledDotProduct.swift", chapter: chapter, section: "A soft dictionary",
    replaces: ["attentionWeights", "scaledDotProductAttention", "MultiHeadAttention"],
    hints: [
      "Write the shapes under the names: [n, d] and [m, d] give [n, m]. One of them must be turned.",
      "matmul takes transposingOther: true, and softmax takes the axis along which it adds up to 1.",
      """
      The root is that of the last extent of the queries. The answers are one matrix product: a row \
      of shares times the matrix of values.
      """,
    ],
    parts: [
      Part("the shares", points: 2, sharesOfKeys),
      Part("the answers", points: 1, answersFromValues),
    ],
    mistakes: [
      attentionShares.mistake("the scores are not scaled: divide them by the square root of d") {
        q, k in
        scores(q, k, divisor: 1).softmax(axis: 1)
      },
      attentionShares.mistake("divided by d itself: its square root is wanted") { q, k in
        scores(q, k, divisor: Float(q.shape[1])).softmax(axis: 1)
      },
      attentionShares.mistake("multiplied by the root: larger d needs smaller scores, so divide") {
        q, k in
        scores(q, k, divisor: 1 / root(q)).softmax(axis: 1)
      },
      attentionShares.mistake("d is the length of one key, not the number of keys") { q, k in
        scores(q, k, divisor: Float(k.shape[0]).squareRoot()).softmax(axis: 1)
      },
      attentionShares.mistake(
        "each column adds up to 1: a query shares its attention, so rows must"
      ) {
        q, k in scores(q, k, divisor: root(q)).softmax(axis: 0)
      },
      attentionShares.mistake("the scores were scaled after the softmax: scale them before it") {
        q, k in
        scores(q, k, divisor: 1).softmax(axis: 1) / root(q)
      },
      attentionShares.mistake("those are scores: a softmax must turn them into shares") { q, k in
        scores(q, k, divisor: root(q))
      },
      attentionShares.mistake(
        "large scores overflow: take the greatest away before exp, or use softmax"
      ) {
        q, k in
        let powers = scores(q, k, divisor: root(q)).exp()
        return powers / powers.sum(axis: 1, keepingDimension: true)
      },
      lookedUp.mistake("the shares add up to 1 already: nothing is divided by the number of values")
      {
        w, v in w.matmul(v) / Float(v.shape[0])
      },
      lookedUp.mistake("yours takes the value with the largest share alone: every value counts") {
        w, v in v.rows(w.argmax(axis: 1))
      },
      lookedUp.mistake("that is the plain mean: each value has a share of its own") { w, v in
        Tensor.full(w.shape, 1 / Float(v.shape[0])).matmul(v)
      },
    ])

  private static let attentionShares = Function("attentionShares(queries:keys:)") {
    (q: Tensor, k: Tensor) in scores(q, k, divisor: root(q)).softmax(axis: 1)
  }

  private static let lookedUp = Function("lookedUp(shares:values:)") {
    (w: Tensor, v: Tensor) in w.matmul(v)
  }

  @Sendable private static func sharesOfKeys(_ judge: Judge) {
    judge.ask(attentionShares, Tensor([[0], [9]]), Tensor([[-1], [0], [1]]))
    judge.ask(
      attentionShares, Tensor([[1, 2, 0, -1]]),
      Tensor([[0, 1, 3, 1], [2, -1, 1, 0], [1, 1, 1, 2]]))
    judge.ask(
      attentionShares, Tensor([[1, -2], [0.5, 3]]),
      Tensor([[1, 1], [2, 0], [-1, 1], [0, 2], [1, -1]]))
    judge.ask(attentionShares, Tensor([[3, 4, 5]]), Tensor([[1, 2, 3]]))
    judge.ask(attentionShares, Tensor([[300, 0, 0, 0]]), Tensor([[1, 0, 0, 0], [2, 0, 0, 0]]))
    let (q, k) = (rows(3, 6, &judge.generator), rows(4, 6, &judge.generator))
    judge.ask(attentionShares, Tensor(q), Tensor(k))
  }

  @Sendable private static func answersFromValues(_ judge: Judge) {
    judge.ask(lookedUp, Tensor([[0.25, 0.75]]), Tensor([[4], [8]]))
    judge.ask(
      lookedUp, Tensor([[0.5, 0.5, 0], [0, 0.125, 0.875]]), Tensor([[1, 2], [3, 5], [7, -9]]))
    let shares = Tensor(rows(3, 5, &judge.generator)).softmax(axis: 1)
    let values = rows(5, 2, &judge.generator)
    judge.ask(lookedUp, Tensor((0..<3).map { shares.row($0).scalars }), Tensor(values))
  }

  private static func root(_ queries: Tensor) -> Float { Float(queries.shape[1]).squareRoot() }

  private static func scores(_ q: Tensor, _ k: Tensor, divisor: Float) -> Tensor {
    q.matmul(k, transposingOther: true) / divisor
  }
}
