import ExerciseKit
import MiniTensor

/// The last part of exercise 13.1: an attention head whose tensors are set by hand.
extension Checks13 {
  typealias Head = (queries: Tensor, keys: Tensor, values: Tensor)

  static let head = Function(
    "inductionHead(tokens:vocabularySize:)",
    reading: { value -> Head in try value.tuple(of: Tensor.self, Tensor.self, Tensor.self) }
  ) { (tokens: [Int], size: Int) -> Head in made(tokens, size) }

  static func askHead(_ judge: Judge) {
    ask(judge, [0, 1, 0], 2)
    ask(judge, [2], 4)
    ask(judge, [1, 3, 2, 1, 0, 3, 4, 2], 5)
    ask(judge, [1, 1, 2, 0, 2, 1], 3)
    ask(judge, [2, 0, 2, 1, 2], 3)
    ask(judge, [0, 1, 2, 0, 1, 2, 0, 1, 2], 4)
    for _ in 0..<2 {
      let size = judge.generator.count(3...6)
      let count = size + judge.generator.count(2...5)
      ask(judge, (0..<count).map { _ in judge.generator.count(0...(size - 1)) }, size)
    }
    // The root of so many numbers is 20.
    ask(judge, [399, 17, 250, 399, 3, 17, 250], 400)
    // So many others want their share.
    ask(
      judge, Array(0..<60) + Array(0..<60), 60,
      asked: "inductionHead(tokens: Array(0..<60) + Array(0..<60), vocabularySize: 60)")
  }

  private static func ask(_ judge: Judge, _ tokens: [Int], _ size: Int, asked: Code? = nil) {
    if asked == nil { judge.ask("values", of: head, tokens, size) { $0.values } }
    judge.ask(
      head, tokens, size, asked: asked,
      expect: """
        queries that are alike for like tokens, keys that are alike for like tokens with like \
        neighbours, and at least 0.9 of each place's attention on what followed its token
        """,
      likely: [
        "queries and keys are compared by their product: both have one row a token, equally long": {
          !fits($0, tokens)
        },
        "the head finds the token itself; what followed stands one place later": {
          looks($0, tokens, atItself: true)
        },
        """
        the attention is right, but it was looked up: a row of the queries may follow from its own \
        token only, one of the keys from its token and its neighbours
        """: { looks($0, tokens) },
        "the right place has most of the attention, but not 0.9: the scores lie too close together":
          { looks($0, tokens, atLeast: 0.4) },
      ],
      where: { isRight($0, tokens) })
  }

  // MARK: - What the tensors do

  /// Whether the head does what is asked, however it may be set.
  private static func isRight(_ head: Head, _ tokens: [Int]) -> Bool {
    guard fits(head, tokens), looks(head, tokens) else { return false }
    let places = tokens.indices
    func neighbours(_ i: Int) -> [Int] {
      [i > 0 ? tokens[i - 1] : -1, tokens[i], i + 1 < tokens.count ? tokens[i + 1] : -1]
    }
    return places.allSatisfy { i in
      places.prefix(i).allSatisfy { j in
        (tokens[i] != tokens[j] || isAlike(head.queries, i, j))
          && (neighbours(i) != neighbours(j) || isAlike(head.keys, i, j))
      }
    }
  }

  private static func fits(_ head: Head, _ tokens: [Int]) -> Bool {
    head.queries.shape == head.keys.shape && head.queries.shape.count == 2
      && head.queries.shape[0] == tokens.count && head.queries.shape[1] > 0
      && (head.queries.scalars + head.keys.scalars).allSatisfy { abs($0) < 1e6 }
  }

  private static func isAlike(_ rows: Tensor, _ i: Int, _ j: Int) -> Bool {
    let width = rows.shape[1]
    return (0..<width).allSatisfy {
      abs(rows.scalars[i * width + $0] - rows.scalars[j * width + $0]) < 1e-3
    }
  }

  /// Whether each place with an earlier twin gives so much attention to the places right after its
  /// earlier twins, or to these and itself.
  private static func looks(
    _ head: Head, _ tokens: [Int], atLeast share: Float = 0.9, atItself: Bool = false
  ) -> Bool {
    guard fits(head, tokens) else { return false }
    let shares = causalShares(head)
    return tokens.indices.allSatisfy { i in
      let twins = tokens.indices.prefix(i).filter { tokens[$0] == tokens[i] }
      guard !twins.isEmpty else { return true }
      let found = atItself ? twins + [i] : twins.map { $0 + 1 }
      return found.reduce(0) { $0 + shares[i][$1] } >= share
    }
  }

  /// How much of its attention each place gives to every place, itself included.
  private static func causalShares(_ head: Head) -> [[Float]] {
    let count = head.queries.shape[0]
    let root = Float(head.queries.shape[1]).squareRoot()
    let scores = (head.queries.matmul(head.keys, transposingOther: true) / root).scalars
    return (0..<count).map { i in
      let seen = Tensor([Array(scores[(i * count)...(i * count + i)])]).softmax(axis: 1).scalars
      return seen + [Float](repeating: 0, count: count - 1 - i)
    }
  }

  // MARK: - Ways to set them

  /// The head, with whatever somebody may get wrong as a parameter.
  private static func made(
    _ tokens: [Int], _ size: Int, strength: (Int) -> Float = { 20 * Float($0).squareRoot() },
    known: ([Int], Int) -> Int? = { tokens, place in place > 0 ? tokens[place - 1] : nil },
    value: ([Int], Int) -> Int? = { tokens, place in tokens[place] }
  ) -> Head {
    func rows(_ token: (Int) -> Int?) -> Tensor {
      var rows = Tensor.zeros(tokens.count, size)
      for place in tokens.indices { if let token = token(place) { rows[place, token] = 1 } }
      return rows
    }
    return (
      rows { tokens[$0] } * strength(size), rows { known(tokens, $0) }, rows { value(tokens, $0) }
    )
  }

  private static func next(_ tokens: [Int], _ place: Int) -> Int? {
    place + 1 < tokens.count ? tokens[place + 1] : nil
  }

  static let headMistakes: [Mistake] = [
    head.mistake("each place finds its own token again: it is to find what came after that") {
      made($0, $1, known: { tokens, place in tokens[place] })
    },
    head.mistake("each place finds what came before its token: it is to find what came after") {
      made($0, $1, known: next)
    },
    head.mistake("the values are the tokens as they stand: what follows is found by the keys") {
      made($0, $1, known: { tokens, place in tokens[place] }, value: next)
    },
    head.mistake("equal tokens have a score of 1 / sqrt(d): much too little for a share of 0.9") {
      made($0, $1, strength: { _ in 1 })
    },
    head.mistake("the scores are divided by sqrt(d): with many tokens yours become too small") {
      made($0, $1, strength: { _ in 20 })
    },
    head.mistake("nothing stands before the first place: its key is not that of the last token") {
      made($0, $1, known: { tokens, place in tokens[(place + tokens.count - 1) % tokens.count] })
    },
    head.mistake("the value of a place is the one-hot of its token: exactly one 1") {
      tokens, size in
      let right = made(tokens, size)
      return (right.queries, right.keys, right.values * 20)
    },
    head.mistake("a query knows its token, and not the token before it") { tokens, size in
      let right = made(tokens, size)
      return (right.queries + right.keys * 20, right.keys, right.values)
    },
  ]
}
