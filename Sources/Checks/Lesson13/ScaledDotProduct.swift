import ExerciseKit
import MiniTensor

extension Checks13 {
  /// The two halves of exercise 13.1.
  public struct LookUp: Sendable {
    /// Two matrices in, one out.
    public typealias Step = @Sendable (_ first: Tensor, _ second: Tensor) -> Tensor

    let shares: Step
    let answers: Step

    /// attentionShares(queries:keys:) and lookedUp(shares:values:).
    public init(shares: @escaping Step, answers: @escaping Step) {
      self.shares = shares
      self.answers = answers
    }
  }

  /// Exercise 13.1.
  public static let scaledDotProduct = Check<LookUp>(
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
      sharesMistake("the scores are not scaled: divide them by the square root of d") { q, k in
        scores(q, k, divisor: 1).softmax(axis: 1)
      },
      sharesMistake("divided by d itself: its square root is wanted") { q, k in
        scores(q, k, divisor: Float(q.shape[1])).softmax(axis: 1)
      },
      sharesMistake("multiplied by the root: larger d needs smaller scores, so divide") { q, k in
        scores(q, k, divisor: 1 / root(q)).softmax(axis: 1)
      },
      sharesMistake("d is the length of one key, not the number of keys") { q, k in
        scores(q, k, divisor: Float(k.shape[0]).squareRoot()).softmax(axis: 1)
      },
      sharesMistake("each column adds up to 1: a query shares its attention, so rows must") {
        q, k in scores(q, k, divisor: root(q)).softmax(axis: 0)
      },
      sharesMistake("the scores were scaled after the softmax: scale them before it") { q, k in
        scores(q, k, divisor: 1).softmax(axis: 1) / root(q)
      },
      sharesMistake("those are scores: a softmax must turn them into shares") { q, k in
        scores(q, k, divisor: root(q))
      },
      sharesMistake("large scores overflow: take the greatest away before exp, or use softmax") {
        q, k in
        let powers = scores(q, k, divisor: root(q)).exp()
        return powers / powers.sum(axis: 1, keepingDimension: true)
      },
      answersMistake("the shares add up to 1 already: nothing is divided by the number of values") {
        w, v in w.matmul(v) / Float(v.shape[0])
      },
      answersMistake("yours takes the value with the largest share alone: every value counts") {
        w, v in v.rows(w.argmax(axis: 1))
      },
      answersMistake("that is the plain mean: each value has a share of its own") { w, v in
        Tensor.full(w.shape, 1 / Float(v.shape[0])).matmul(v)
      },
    ])

  private static func sharesMistake(
    _ likely: Text, _ shares: @escaping LookUp.Step
  ) -> Mistake<LookUp> {
    Mistake(likely, LookUp(shares: shares, answers: { $0.matmul($1) }))
  }

  private static func answersMistake(
    _ likely: Text, _ answers: @escaping LookUp.Step
  ) -> Mistake<LookUp> {
    Mistake(
      likely,
      LookUp(shares: { q, k in scores(q, k, divisor: root(q)).softmax(axis: 1) }, answers: answers))
  }

  @Sendable private static func sharesOfKeys(_ judge: Judge<LookUp>) {
    askShares(judge, [[0], [9]], [[-1], [0], [1]])
    askShares(judge, [[1, 2, 0, -1]], [[0, 1, 3, 1], [2, -1, 1, 0], [1, 1, 1, 2]])
    askShares(judge, [[1, -2], [0.5, 3]], [[1, 1], [2, 0], [-1, 1], [0, 2], [1, -1]])
    askShares(judge, [[3, 4, 5]], [[1, 2, 3]])
    askShares(judge, [[300, 0, 0, 0]], [[1, 0, 0, 0], [2, 0, 0, 0]])
    let (q, k) = (rows(3, 6, &judge.generator), rows(4, 6, &judge.generator))
    askShares(judge, q, k)
  }

  @Sendable private static func answersFromValues(_ judge: Judge<LookUp>) {
    askAnswers(judge, [[0.25, 0.75]], [[4], [8]])
    askAnswers(judge, [[0.5, 0.5, 0], [0, 0.125, 0.875]], [[1, 2], [3, 5], [7, -9]])
    let shares = Tensor(rows(3, 5, &judge.generator)).softmax(axis: 1)
    let values = rows(5, 2, &judge.generator)
    askAnswers(judge, (0..<3).map { shares.row($0).scalars }, values)
  }

  private static func askShares(_ judge: Judge<LookUp>, _ q: [[Float]], _ k: [[Float]]) {
    judge.ask(
      "attentionShares(queries: \(q), keys: \(k))",
      expect: scores(Tensor(q), Tensor(k), divisor: root(Tensor(q))).softmax(axis: 1)
    ) { $0.shares(Tensor(q), Tensor(k)) }
  }

  private static func askAnswers(_ judge: Judge<LookUp>, _ w: [[Float]], _ v: [[Float]]) {
    judge.ask("lookedUp(shares: \(w), values: \(v))", expect: Tensor(w).matmul(Tensor(v))) {
      $0.answers(Tensor(w), Tensor(v))
    }
  }

  private static func root(_ queries: Tensor) -> Float { Float(queries.shape[1]).squareRoot() }

  private static func scores(_ q: Tensor, _ k: Tensor, divisor: Float) -> Tensor {
    q.matmul(k, transposingOther: true) / divisor
  }
}
