import ExerciseKit

extension Checks19 {
  /// Exercise 19.5.
  static let nearestByCosine = Check(
    "19.5", "Nearest by cosine", difficulty: 2, minutes: 20,
    file: "NearestByCosine.swift", chapter: chapter, section: "Nearest by cosine",
    hints: [
      "Three products: of the two vectors, and of each with itself; the root of the latter are lengths.",
      "Sort the places by their cosine, the greatest first, without those that may not be answered.",
      "Of equal cosines the smaller place comes first; the sort has to be told so.",
    ],
    parts: [
      Part("cosine", points: 1) { judge in
        judge.ask(cosine, [3, 4], [4, 3])
        judge.ask(cosine, [1, 2], [-2, -4])
        judge.ask(cosine, [0, 0, 0], [1, 2, 3])
        judge.ask(cosine, [2], [-5])
        for _ in 0..<3 {
          let length = judge.generator.count(2...6)
          judge.ask(
            cosine, judge.generator.floats(length, in: -3...3),
            judge.generator.floats(length, in: -3...3))
        }
      },
      Part("nearest", points: 2) { judge in
        judge.ask(nearest, [1, 0], [[2, 0], [1, 1], [0, 3], [5, 1]], 2, [0])
        judge.ask(nearest, [1, 1], [[9, 1], [0.1, 0.1], [-1, -1]], 3, [])
        judge.ask(nearest, [1, 2], [[1, 0], [0, 1], [2, 4]], 5, [2, 1])
        judge.ask(nearest, [2, 1], [[0, 1], [1, 0], [3, 0], [2, 0]], 2, [])
        judge.ask(nearest, [1, 1], [[1, 0], [0, 1]], 0, [])
        for _ in 0..<3 {
          let (length, count) = (judge.generator.count(2...4), judge.generator.count(5...8))
          let vectors = (0..<count).map { _ in judge.generator.floats(length, in: -4...4) }
          // Its nearest may not be answered.
          let target = vectors[judge.generator.count(0...(count - 1))]
          let first = near(target, vectors, 1, [])
          judge.ask(nearest, target, vectors, judge.generator.count(2...4), first)
        }
        for _ in 0..<2 {
          let vectors = (0..<5).map { _ in judge.generator.floats(3, in: -4...4) }
          judge.ask(nearest, judge.generator.floats(3), vectors, judge.generator.count(1...3), [])
        }
      },
    ],
    mistakes: [
      cosine.mistake("the lengths are missing: divide by both") { a, b in dot(a, b) },
      cosine.mistake("both lengths divide, not only the first one's") { a, b in
        dot(a, a) > 0 ? dot(a, b) / dot(a, a).squareRoot() : 0
      },
      cosine.mistake("the root is missing: a . a is the length squared") { a, b in
        let lengths = dot(a, a) * dot(b, b)
        return lengths > 0 ? dot(a, b) / lengths : 0
      },
      cosine.mistake("zero by zero is no number: a vector of zeros gets 0") { a, b in
        dot(a, b) / (dot(a, a) * dot(b, b)).squareRoot()
      },
      cosine.mistake("the sign counts: opposite directions are -1") { a, b in abs(angle(a, b)) },
      cosine.mistake("that is a distance, 1 - cosine") { a, b in 1 - angle(a, b) },
      cosine.mistake("the square is not wanted") { a, b in angle(a, b) * angle(a, b) },
      cosine.mistake("that is the distance of the two points; the angle between them is wanted") {
        a, b in
        zip(a, b).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
      },
      cosine.mistake("the length is the root of the squares' sum, not the sum of the sizes") {
        a, b in
        let lengths = a.reduce(0) { $0 + abs($1) } * b.reduce(0) { $0 + abs($1) }
        return lengths > 0 ? dot(a, b) / lengths : 0
      },
      cosine.mistake("the mean is taken off first: that is a correlation") { a, b in
        let (ma, mb) = (a.reduce(0, +) / Float(a.count), b.reduce(0, +) / Float(b.count))
        return angle(a.map { $0 - ma }, b.map { $0 - mb })
      },
      nearest.mistake("the farthest first: the greatest cosine is nearest") {
        target, vectors, count, except in
        Array(near(target, vectors, vectors.count, except).reversed().prefix(count))
      },
      nearest.mistake("those that may not be answered are answered") { target, vectors, count, _ in
        near(target, vectors, count, [])
      },
      nearest.mistake("those left out make room for others: there are too few") {
        target, vectors, count, except in
        near(target, vectors, count, []).filter { !except.contains($0) }
      },
      nearest.mistake("compared by the product alone: long vectors win") {
        target, vectors, count, except in
        ranked(vectors, count, except) { dot(target, $0) }
      },
      nearest.mistake("compared by distance, not by angle") { target, vectors, count, except in
        ranked(vectors, count, except) { vector in
          -zip(target, vector).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
        }
      },
      nearest.mistake("of equal cosines the first comes first") { target, vectors, count, except in
        let mirrored = Array(vectors.reversed())
        let last = vectors.count - 1
        return near(target, mirrored, count, except.map { last - $0 }).map { last - $0 }
      },
      nearest.mistake("in the order of their nearness, not of their places") {
        near($0, $1, $2, $3).sorted()
      },
      nearest.mistake("so many as are wanted: yours has one too few") {
        Array(near($0, $1, $2, $3).dropLast())
      },
      nearest.mistake("so many as are wanted: yours has one more") {
        near($0, $1, $2 + 1, $3)
      },
      nearest.mistake("the opposite direction is far, not near: yours compares sizes") {
        target, vectors, count, except in
        ranked(vectors, count, except) { abs(angle(target, $0)) }
      },
      nearest.mistake("the places are those among all vectors; yours counts without the left out") {
        target, vectors, count, except in
        let kept = vectors.indices.filter { !except.contains($0) }.map { vectors[$0] }
        return near(target, kept, count, [])
      },
    ])

  private static let cosine = Function("cosine(_:_:)") { (a: [Float], b: [Float]) -> Float in
    angle(a, b)
  }

  private static let nearest = Function("nearest(to:among:count:except:)") {
    (target: [Float], vectors: [[Float]], count: Int, except: [Int]) -> [Int] in
    near(target, vectors, count, except)
  }

  private static func angle(_ a: [Float], _ b: [Float]) -> Float {
    let lengths = dot(a, a).squareRoot() * dot(b, b).squareRoot()
    return lengths > 0 ? dot(a, b) / lengths : 0
  }

  private static func near(
    _ target: [Float], _ vectors: [[Float]], _ count: Int, _ except: [Int]
  ) -> [Int] {
    ranked(vectors, count, except) { angle(target, $0) }
  }

  private static func ranked(
    _ vectors: [[Float]], _ count: Int, _ except: [Int], _ score: ([Float]) -> Float
  ) -> [Int] {
    let scores = vectors.map(score)
    let order = vectors.indices.filter { !except.contains($0) }.sorted {
      scores[$0] != scores[$1] ? scores[$0] > scores[$1] : $0 < $1
    }
    return Array(order.prefix(count))
  }
}
