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
      Part("split", points: 1) { judge in
        judge.ask(split, Tensor([[1, 2, 3, 4], [5, 6, 7, 8]]), 2)
        judge.ask(split, Tensor.range(1, 19).reshaped(3, 6), 2)
        judge.ask(split, Tensor([[1, 2, 3], [4, 5, 6]]), 1)
        judge.ask(split, judge.generator.matrix(5, 12), 3)
        judge.ask(split, Tensor([[1, 2, 3], [4, 5, 6]]), 3)
        let (heads, piece) = (judge.generator.count(2...4), judge.generator.count(1...3))
        judge.ask(split, judge.generator.matrix(judge.generator.count(1...4), heads * piece), heads)
      },
      Part("join", points: 1) { judge in
        for shape in [[2, 3, 2], [3, 2, 2], [1, 3, 4]] {
          judge.ask(join, Tensor.range(1, 13).reshaped(shape))
        }
        let random = (0..<3).map { _ in judge.generator.count(2...4) }
        for shape in [[4, 5, 2], random, [3, 1, 2], [2, 3, 1]] {
          judge.ask(join, judge.generator.matrix(1, shape.reduce(1, *)).reshaped(shape))
        }
      },
      Part("the whole", points: 2) { judge in
        judge.ask(
          whole, Tensor([[1, 2, -1, 1]]), Tensor([[1, 0, 2, 1], [0, 2, -1, 1]]),
          Tensor([[1, 2, 3, 4], [5, 7, 9, 11]]), 2, attention)
        judge.ask(
          whole, Tensor([[1, 2], [3, -1]]), Tensor([[2, 1]]), Tensor([[5, 6]]), 1, attention)
        for (n, m) in [
          (2, 4), (3, 2), (judge.generator.count(1...4), judge.generator.count(2...4)),
        ] {
          for heads in [2, 3] {
            judge.ask(
              whole, 2 * judge.generator.matrix(n, 6), 2 * judge.generator.matrix(m, 6),
              judge.generator.matrix(m, 6), heads, attention)
          }
        }
      },
    ],
    mistakes: splitMistakes + joinMistakes + wholeMistakes)

  private static let splitMistakes: [Mistake] = [
    split.mistake("a head gets neighbouring columns, not every second or third one") { x, heads in
      x.reshaped(x.shape[0], -1, heads).transposed(axes: [2, 0, 1])
    },
    split.mistake("only reshaped: the numbers of one row must spread over the heads") { x, heads in
      x.reshaped(heads, x.shape[0], -1)
    },
    split.mistake("the heads come first: exchange the first two axes") { x, heads in
      x.reshaped(x.shape[0], heads, -1)
    },
    split.mistake("each head's piece lies on its side: time comes before the numbers") { x, heads in
      x.reshaped(x.shape[0], heads, -1).transposed(axes: [1, 2, 0])
    },
  ]

  private static let joinMistakes: [Mistake] = [
    join.mistake("reshaped before the axes were exchanged back: time comes first") { heads in
      heads.reshaped(heads.shape[1], -1)
    },
    join.mistake("the heads are shuffled like cards: the first head's piece stays together") {
      heads in heads.transposed(axes: [1, 2, 0]).reshaped(heads.shape[1], -1)
    },
    join.mistake("the heads stand one below the other: side by side is wanted") { heads in
      heads.reshaped(-1, heads.shape[2])
    },
    join.mistake("the heads were added up: each keeps columns of its own") { heads in
      heads.sum(axis: 0)
    },
  ]

  private static let wholeMistakes: [Mistake] = [
    whole.mistake("that is one head of the full size: cut queries, keys and values first") {
      q, k, v, _, attend in attend(q, k, v)
    },
    whole.mistake("every head got the first piece: the piece moves on with the head") {
      q, k, v, count, attend in heads(q, k, v, count, attend) { _ in 0 }
    },
    whole.mistake("the mean of the heads: they stand side by side") { q, k, v, count, attend in
      let found = heads(q, k, v, count, attend)
      return found.reshaped(q.shape[0], count, -1).mean(axis: 1)
    },
    whole.mistake("attend scales by itself: the queries were scaled once more") {
      q, k, v, count, attend in
      heads(q / Float(q.shape[1] / count).squareRoot(), k, v, count, attend)
    },
    whole.mistake("keys and values changed places") { q, k, v, count, attend in
      heads(q, v, k, count, attend)
    },
    whole.mistake("queries and keys changed places") { q, k, v, count, attend in
      if q.shape[0] != k.shape[0] { throw Trap("matmul: shapes") }
      return heads(k, q, v, count, attend)
    },
    whole.mistake("the heads stand in the wrong order: the first head's answer comes first") {
      q, k, v, count, attend in heads(q, k, v, count, attend) { count - 1 - $0 }
    },
    whole.mistake("the values were not cut: each head takes its own piece of them") {
      q, k, v, count, attend in
      let parts = (0..<count).map { head in
        let columns = range(head, q.shape[1] / count)
        return attend(q.columns(columns), k.columns(columns), v)
      }
      return Tensor.concatenate(parts, axis: 1)
    },
  ]

  // MARK: - The functions

  private typealias Attend = Callback<Tensor, Tensor, Tensor, Tensor>

  private static let split = Function("splitHeads(_:headCount:)") {
    (x: Tensor, heads: Int) -> Tensor in
    x.reshaped(x.shape[0], heads, x.shape[1] / heads).transposed(axes: [1, 0, 2])
  }

  private static let join = Function("joinHeads(_:)") { (heads: Tensor) -> Tensor in
    heads.transposed(axes: [1, 0, 2]).reshaped(heads.shape[1], -1)
  }

  private static let whole = Function("multiHead(queries:keys:values:headCount:attend:)") {
    (q: Tensor, k: Tensor, v: Tensor, count: Int, attend: Attend) -> Tensor in
    heads(q, k, v, count, attend)
  }

  /// What each head finds, side by side; `piece` says which piece a head gets.
  private static func heads(
    _ q: Tensor, _ k: Tensor, _ v: Tensor, _ count: Int, _ attend: Attend,
    piece: (_ head: Int) -> Int = { $0 }
  ) -> Tensor {
    let found = (0..<count).map { head in
      let columns = range(piece(head), q.shape[1] / count)
      return attend(q.columns(columns), k.columns(columns), v.columns(columns))
    }
    return Tensor.concatenate(found, axis: 1)
  }

  private static func range(_ head: Int, _ piece: Int) -> Range<Int> {
    (head * piece)..<((head + 1) * piece)
  }

  private static var attention: Attend {
    Attend("scaledDotProductAttention") { q, k, v in attentionWeights(queries: q, keys: k).matmul(v)
    }
  }
}
