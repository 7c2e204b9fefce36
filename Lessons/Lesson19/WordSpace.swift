/// Words with a vector each, compared by the angle between them.
struct WordSpace: Sendable {
  let words: [String]
  /// Of length 1.
  private let directions: [[Float]]
  private let numbers: [String: Int]

  init(words: [String], vectors: [[Float]]) {
    self.words = words
    directions = vectors.map(Self.direction)
    numbers = Dictionary(uniqueKeysWithValues: words.enumerated().map { ($1, $0) })
  }

  subscript(_ word: String) -> Int? { numbers[word] }

  static func direction(_ vector: [Float]) -> [Float] {
    let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return length > 0 ? vector.map { $0 / length } : vector
  }

  /// The cosine of the angle between two words.
  func cosine(_ a: Int, _ b: Int) -> Float {
    zip(directions[a], directions[b]).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// The words in the order of their cosine with a vector, without some of them.
  func nearest(to vector: [Float], count: Int, except: Set<Int> = []) -> [Int] {
    let cosines = directions.map { zip($0, vector).reduce(Float(0)) { $0 + $1.0 * $1.1 } }
    let order = cosines.indices.filter { !except.contains($0) }.sorted {
      (cosines[$0], $1) > (cosines[$1], $0)
    }
    return Array(order.prefix(count))
  }

  func nearest(to word: Int, count: Int) -> [Int] {
    nearest(to: directions[word], count: count, except: [word])
  }

  /// a is to b as c is to ...: the vector b - a + c.
  func offset(_ a: Int, _ b: Int, _ c: Int) -> [Float] {
    directions[a].indices.map { directions[b][$0] - directions[a][$0] + directions[c][$0] }
  }
}
