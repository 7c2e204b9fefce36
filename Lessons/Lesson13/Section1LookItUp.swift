import Foundation
import LessonKit
import MiniTensor

extension Lesson13 {
  /// A dictionary that answers even when no key fits exactly.
  static func lookItUp(_ board: Board) {
    board.section("Look it up")
    board.say(
      """
      In 2014 networks learned to translate: one recurrent network read the sentence, another \
      wrote its translation. Between them stood one list of numbers. Whatever the sentence said \
      had to pass through it, and long sentences did not. Dzmitry Bahdanau, then an \
      intern in Montreal, let the writer look back at all the words instead, and choose anew \
      for each word it wrote.
      """)
    board.say(
      """
      How can a network look something up and still have a gradient? By a soft dictionary. It holds \
      keys and values. A query asks; every key is compared with it; the scores become shares; the \
      answer is the mean of the values in these shares. A key that fits well gives nearly all, but \
      every key gives a little, so blame can flow to all of them.
      """)
    board.formula(
      """
      score_j = q . k_j / sqrt(d)
      w = softmax(score)
      answer = w_1 v_1 + w_2 v_2 + ... + w_m v_m
      """)
    askTheCompass(board)
    board.say(
      """
      Many queries at once are two matrix products and a softmax, and nothing in them waits for \
      anything else. Here is all of attention, in the words of the paper of 2017, "Attention is \
      all you need":
      """)
    board.formula(
      """
      Attention(Q, K, V) = softmax(Q K^T / sqrt(d)) V
      Q [n, d]    K [m, d]    V [m, c]    answers [n, c]
      """)
    compareWithTheLibrary(board)
  }

  /// Four keys on a compass, and a query that points between two of them.
  private static func askTheCompass(_ board: Board) {
    let keys: [[Float]] = [[0, 1], [1, 0], [0, -1], [-1, 0]]  // north, east, south, west
    let angle: Float = .pi / 9
    let lengths: [Float] = [0, 1, 4, 16]
    let weights = lengths.map { length in
      Attention.softmax(Attention.scores([length * sin(angle), length * cos(angle)], keys))
    }
    board.draw(
      Figure(
        "Four keys and a query",
        caption: """
          The share that each key gets when the query points 20 degrees east of north. The longer \
          the query, the surer the choice.
          """,
        name: "compass"
      ) {
        HeatMap(
          weights, rows: lengths.map { "length \($0, decimals: 0)" },
          columns: ["north", "east", "south", "west"], decimals: 2, range: 0...1)
      })
    board.say(
      """
      A query of length 0 asks nothing and gets the mean of everything. A long one gets one value \
      alone, as from an ordinary dictionary. The network chooses how sure it wants to be, because \
      queries, keys and values are computed by layers that learn.
      """)
  }

  private static func compareWithTheLibrary(_ board: Board) {
    var generator = RandomGenerator(seed: board.seed)
    func rows(_ count: Int, _ size: Int) -> Tensor { .normal([count, size], using: &generator) }
    let (q, k, v) = (rows(7, 8), rows(7, 8), rows(7, 3))
    let worst = [false, true].map { isCausal in
      let own = Attention.attend(
        queries: q.lists, keys: k.lists, values: v.lists, isCausal: isCausal)
      let library = scaledDotProductAttention(
        queries: Variable(constant: q), keys: Variable(constant: k),
        values: Variable(constant: v), mask: isCausal ? .causalMask(7) : nil)
      return (Tensor(own) - library.value).abs().max()
    }.max()!
    board.note(
      """
      The lesson's file Attention.swift says it in plain loops, for a reader. The library computes \
      the same with matrix products: here they differ by \(worst, significant: 1) at most. From now \
      on the library works.
      """)
    board.claim(
      "by-hand", "attention in loops and in matrix products, with and without a mask",
      source: "Vaswani and others, NeurIPS 2017, eq. 1", published: "the same formula",
      measured: "largest difference \(worst, significant: 1)", gate: "at most 1e-5",
      holds: worst <= 1e-5)
  }
}

extension Tensor {
  /// The rows of a matrix as lists.
  var lists: [[Float]] { (0..<shape[0]).map { row($0).scalars } }
}
