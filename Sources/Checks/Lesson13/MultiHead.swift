import ExerciseKit
import MiniTensor

extension Checks13 {
  /// Exercise 13.3.
  static let multiHead = Check(
    "13.3", "Multi-head attention", difficulty: 3, minutes: 30,
    file: "MultiHead.swift", chapter: chapter, section: "Several heads",
    replaces: ["MultiHeadAttention"],
    hints: [
      "Number the columns of one row: with two heads of two numbers they are 0 1 | 2 3, not 0 2 | 1 3.",
      """
      reshaped never moves a number, it only counts them otherwise. To bring the heads to the front \
      the axes must change places too: transposed(axes:).
      """,
      """
      For the whole, columns(from..<to) gives one head its piece of each of the three, and \
      Tensor.concatenate(_, axis:) puts the results side by side.
      """,
    ],
    parts: [
      Part("split", points: 1, splitting), Part("join", points: 1, joining),
      Part("the whole", points: 2, whole),
    ],
    mistakes: splitMistakes + joinMistakes + wholeMistakes)

  /// Attention of one head.
  private typealias Attend = Callback<Tensor, Tensor, Tensor, Tensor>

  private static let splitHeads = Function("splitHeads(_:headCount:)", rightSplit)
  private static let joinHeads = Function("joinHeads(_:)", rightJoin)
  private static let multiHeads = Function(
    "multiHead(queries:keys:values:headCount:attend:)", rightWhole)

  private static let splitMistakes: [Mistake] = [
    splitHeads.mistake("a head gets neighbouring columns, not every second or third one") {
      x, count in
      x.reshaped(x.shape[0], -1, count).transposed(axes: [2, 0, 1])
    },
    splitHeads.mistake("only reshaped: the numbers of one row must spread over the heads") {
      x, count in
      x.reshaped(count, x.shape[0], -1)
    },
    splitHeads.mistake("the heads come first: exchange the first two axes") { x, count in
      x.reshaped(x.shape[0], count, -1)
    },
    splitHeads.mistake("each head's piece lies on its side: time comes before the numbers") {
      x, count in
      rightSplit(x, count).transposed()
    },
  ]

  private static let joinMistakes: [Mistake] = [
    joinHeads.mistake("reshaped before the axes were exchanged back: time comes first") { heads in
      heads.reshaped(heads.shape[1], -1)
    },
    joinHeads.mistake("the heads are shuffled like cards: the first head's piece stays together") {
      heads in heads.transposed(axes: [1, 2, 0]).reshaped(heads.shape[1], -1)
    },
    joinHeads.mistake("the heads stand one below the other: side by side is wanted") { heads in
      heads.reshaped(-1, heads.shape[2])
    },
    joinHeads.mistake("the heads were added up: each keeps columns of its own") { heads in
      heads.sum(axis: 0)
    },
  ]

  private static let wholeMistakes: [Mistake] = [
    multiHeads.mistake("that is one head of the full size: cut queries, keys and values first") {
      q, k, v, _, attend in attend(q, k, v)
    },
    multiHeads.mistake("every head got the first piece: the piece moves on with the head") {
      q, k, v, count, attend in
      let piece = 0..<(q.shape[1] / count)
      let found = attend(q.columns(piece), k.columns(piece), v.columns(piece))
      return Tensor.concatenate([Tensor](repeating: found, count: count), axis: 1)
    },
    multiHeads.mistake("the mean of the heads: they stand side by side") { q, k, v, count, attend in
      let found = pieces(q, k, v, count, attend)
      return found.dropFirst().reduce(found[0]) { $0 + $1 } / Float(count)
    },
    multiHeads.mistake("attend scales by itself: the queries were scaled once more") {
      q, k, v, count, attend in
      let root = Float(q.shape[1] / count).squareRoot()
      return rightWhole(q / root, k, v, count, attend)
    },
    multiHeads.mistake("keys and values changed places") { q, k, v, count, attend in
      rightWhole(q, v, k, count, attend)
    },
    multiHeads.mistake("the values were not cut: each head takes its own piece of them") {
      q, k, v, count, attend in
      let parts = (0..<count).map { head in
        let columns = range(head, q.shape[1] / count)
        return attend(q.columns(columns), k.columns(columns), v)
      }
      return Tensor.concatenate(parts, axis: 1)
    },
  ]

  // MARK: - Questions

  @Sendable private static func splitting(_ judge: Judge) {
    judge.ask(splitHeads, Tensor([[1, 2, 3, 4], [5, 6, 7, 8]]), 2)
    judge.ask(
      splitHeads, Tensor([[1, 2, 3, 4, 5, 6], [7, 8, 9, 10, 11, 12], [13, 14, 15, 16, 17, 18]]), 2)
    judge.ask(splitHeads, Tensor([[1, 2, 3], [4, 5, 6]]), 1)
    judge.ask(splitHeads, Tensor(rows(5, 12, &judge.generator)), 3)
  }

  @Sendable private static func joining(_ judge: Judge) {
    let numbers = Tensor.range(1, 13)
    for shape in [[2, 3, 2], [3, 2, 2], [1, 3, 4]] {
      let heads = numbers.reshaped(shape)
      judge.ask(joinHeads, heads)
    }
    let heads = Tensor(judge.generator.floats(40), shape: [4, 5, 2])
    judge.ask(joinHeads, heads)
  }

  @Sendable private static func whole(_ judge: Judge) {
    askWhole(
      judge, [[1, 2, -1, 1]], [[1, 0, 2, 1], [0, 2, -1, 1]], [[1, 2, 3, 4], [5, 7, 9, 11]], 2)
    askWhole(judge, [[1, 2], [3, -1]], [[2, 1]], [[5, 6]], 1)
    let q = rows(2, 6, &judge.generator)
    let k = rows(4, 6, &judge.generator)
    let v = rows(4, 6, &judge.generator)
    for count in [2, 3] { askWhole(judge, q, k, v, count) }
  }

  private static func askWhole(
    _ judge: Judge, _ q: [[Float]], _ k: [[Float]], _ v: [[Float]], _ count: Int
  ) {
    let (queries, keys, values) = (Tensor(q), Tensor(k), Tensor(v))
    let attend = Attend("attention") { q, k, v in attentionWeights(queries: q, keys: k).matmul(v) }
    judge.ask(multiHeads, queries, keys, values, count, attend)
  }

  // MARK: - Right answers

  @Sendable private static func rightSplit(_ x: Tensor, _ count: Int) -> Tensor {
    x.reshaped(x.shape[0], count, -1).transposed(axes: [1, 0, 2])
  }

  @Sendable private static func rightJoin(_ heads: Tensor) -> Tensor {
    heads.transposed(axes: [1, 0, 2]).reshaped(heads.shape[1], -1)
  }

  @Sendable private static func rightWhole(
    _ q: Tensor, _ k: Tensor, _ v: Tensor, _ count: Int, _ attend: Attend
  ) -> Tensor {
    Tensor.concatenate(pieces(q, k, v, count, attend), axis: 1)
  }

  /// What each head finds.
  private static func pieces(
    _ q: Tensor, _ k: Tensor, _ v: Tensor, _ count: Int, _ attend: Attend
  ) -> [Tensor] {
    (0..<count).map { head in
      let columns = range(head, q.shape[1] / count)
      return attend(q.columns(columns), k.columns(columns), v.columns(columns))
    }
  }

  private static func range(_ head: Int, _ piece: Int) -> Range<Int> {
    (head * piece)..<((head + 1) * piece)
  }
}
