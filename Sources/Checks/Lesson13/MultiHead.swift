import ExerciseKit
import MiniTensor

extension Checks13 {
  /// The three thirds of exercise 13.3.
  public struct Heads: Sendable {
    /// Attention of one head.
    public typealias Attend = (_ queries: Tensor, _ keys: Tensor, _ values: Tensor) -> Tensor
    /// multiHead(queries:keys:values:headCount:attend:), its arguments in their order.
    public typealias Whole =
      @Sendable (
        _ queries: Tensor, _ keys: Tensor, _ values: Tensor, _ headCount: Int, _ attend: Attend
      ) -> Tensor

    let split: @Sendable (_ x: Tensor, _ headCount: Int) -> Tensor
    let join: @Sendable (_ heads: Tensor) -> Tensor
    let whole: Whole

    /// splitHeads(_:headCount:), joinHeads(_:) and multiHead(...).
    public init(
      split: @escaping @Sendable (_ x: Tensor, _ headCount: Int) -> Tensor,
      join: @escaping @Sendable (_ heads: Tensor) -> Tensor, whole: @escaping Whole
    ) {
      self.split = split
      self.join = join
      self.whole = whole
    }
  }

  /// Exercise 13.3.
  public static let multiHead = Check<Heads>(
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

  private static let splitMistakes: [Mistake<Heads>] = [
    splitMistake("a head gets neighbouring columns, not every second or third one") { x, count in
      x.reshaped(x.shape[0], -1, count).transposed(axes: [2, 0, 1])
    },
    splitMistake("only reshaped: the numbers of one row must spread over the heads") { x, count in
      x.reshaped(count, x.shape[0], -1)
    },
    splitMistake("the heads come first: exchange the first two axes") { x, count in
      x.reshaped(x.shape[0], count, -1)
    },
    splitMistake("each head's piece lies on its side: time comes before the numbers") { x, count in
      rightSplit(x, count).transposed()
    },
  ]

  private static let joinMistakes: [Mistake<Heads>] = [
    joinMistake("reshaped before the axes were exchanged back: time comes first") { heads in
      heads.reshaped(heads.shape[1], -1)
    },
    joinMistake("the heads are shuffled like cards: the first head's piece stays together") {
      heads in heads.transposed(axes: [1, 2, 0]).reshaped(heads.shape[1], -1)
    },
    joinMistake("the heads stand one below the other: side by side is wanted") { heads in
      heads.reshaped(-1, heads.shape[2])
    },
    joinMistake("the heads were added up: each keeps columns of its own") { heads in
      heads.sum(axis: 0)
    },
  ]

  private static let wholeMistakes: [Mistake<Heads>] = [
    wholeMistake("that is one head of the full size: cut queries, keys and values first") {
      q, k, v, _, attend in attend(q, k, v)
    },
    wholeMistake("every head got the first piece: the piece moves on with the head") {
      q, k, v, count, attend in
      let piece = 0..<(q.shape[1] / count)
      let found = attend(q.columns(piece), k.columns(piece), v.columns(piece))
      return Tensor.concatenate([Tensor](repeating: found, count: count), axis: 1)
    },
    wholeMistake("the mean of the heads: they stand side by side") { q, k, v, count, attend in
      let found = pieces(q, k, v, count, attend)
      return found.dropFirst().reduce(found[0]) { $0 + $1 } / Float(count)
    },
    wholeMistake("attend scales by itself: the queries were scaled once more") {
      q, k, v, count, attend in
      let root = Float(q.shape[1] / count).squareRoot()
      return rightWhole(q / root, k, v, count, attend)
    },
    wholeMistake("keys and values changed places") { q, k, v, count, attend in
      rightWhole(q, v, k, count, attend)
    },
    wholeMistake("the values were not cut: each head takes its own piece of them") {
      q, k, v, count, attend in
      let parts = (0..<count).map { head in
        let columns = range(head, q.shape[1] / count)
        return attend(q.columns(columns), k.columns(columns), v)
      }
      return Tensor.concatenate(parts, axis: 1)
    },
  ]

  private static func splitMistake(
    _ likely: Text, _ split: @escaping @Sendable (_ x: Tensor, _ headCount: Int) -> Tensor
  ) -> Mistake<Heads> {
    Mistake(likely, Heads(split: split, join: rightJoin, whole: rightWhole))
  }

  private static func joinMistake(
    _ likely: Text, _ join: @escaping @Sendable (_ heads: Tensor) -> Tensor
  ) -> Mistake<Heads> {
    Mistake(likely, Heads(split: rightSplit, join: join, whole: rightWhole))
  }

  private static func wholeMistake(
    _ likely: Text, _ whole: @escaping Heads.Whole
  ) -> Mistake<Heads> {
    Mistake(likely, Heads(split: rightSplit, join: rightJoin, whole: whole))
  }

  // MARK: - Questions

  @Sendable private static func splitting(_ judge: Judge<Heads>) {
    askSplit(judge, [[1, 2, 3, 4], [5, 6, 7, 8]], 2)
    askSplit(judge, [[1, 2, 3, 4, 5, 6], [7, 8, 9, 10, 11, 12], [13, 14, 15, 16, 17, 18]], 2)
    askSplit(judge, [[1, 2, 3], [4, 5, 6]], 1)
    askSplit(judge, rows(5, 12, &judge.generator), 3)
  }

  private static func askSplit(_ judge: Judge<Heads>, _ x: [[Float]], _ count: Int) {
    judge.ask("splitHeads(\(x), headCount: \(count))", expect: rightSplit(Tensor(x), count)) {
      $0.split(Tensor(x), count)
    }
  }

  @Sendable private static func joining(_ judge: Judge<Heads>) {
    let numbers = Tensor.range(1, 13)
    for shape in [[2, 3, 2], [3, 2, 2], [1, 3, 4]] {
      let heads = numbers.reshaped(shape)
      judge.ask("joinHeads(\(heads))", expect: rightJoin(heads)) { $0.join(heads) }
    }
    let heads = Tensor(judge.generator.floats(40), shape: [4, 5, 2])
    judge.ask("joinHeads(\(heads))", expect: rightJoin(heads)) { $0.join(heads) }
  }

  @Sendable private static func whole(_ judge: Judge<Heads>) {
    askWhole(
      judge, [[1, 2, -1, 1]], [[1, 0, 2, 1], [0, 2, -1, 1]], [[1, 2, 3, 4], [5, 7, 9, 11]], 2)
    askWhole(judge, [[1, 2], [3, -1]], [[2, 1]], [[5, 6]], 1)
    let q = rows(2, 6, &judge.generator)
    let k = rows(4, 6, &judge.generator)
    let v = rows(4, 6, &judge.generator)
    for count in [2, 3] { askWhole(judge, q, k, v, count) }
  }

  private static func askWhole(
    _ judge: Judge<Heads>, _ q: [[Float]], _ k: [[Float]], _ v: [[Float]], _ count: Int
  ) {
    let (queries, keys, values) = (Tensor(q), Tensor(k), Tensor(v))
    judge.ask(
      "multiHead(queries: \(q), keys: \(k), values: \(v), headCount: \(count), attend: attention)",
      expect: rightWhole(queries, keys, values, count, attend)
    ) { $0.whole(queries, keys, values, count, attend) }
  }

  private static func attend(_ q: Tensor, _ k: Tensor, _ v: Tensor) -> Tensor {
    attentionWeights(queries: q, keys: k).matmul(v)
  }

  // MARK: - Right answers

  @Sendable private static func rightSplit(_ x: Tensor, _ count: Int) -> Tensor {
    x.reshaped(x.shape[0], count, -1).transposed(axes: [1, 0, 2])
  }

  @Sendable private static func rightJoin(_ heads: Tensor) -> Tensor {
    heads.transposed(axes: [1, 0, 2]).reshaped(heads.shape[1], -1)
  }

  @Sendable private static func rightWhole(
    _ q: Tensor, _ k: Tensor, _ v: Tensor, _ count: Int, _ attend: Heads.Attend
  ) -> Tensor {
    Tensor.concatenate(pieces(q, k, v, count, attend), axis: 1)
  }

  /// What each head finds.
  private static func pieces(
    _ q: Tensor, _ k: Tensor, _ v: Tensor, _ count: Int, _ attend: Heads.Attend
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
