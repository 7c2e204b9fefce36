import ExerciseKit

extension Checks14 {
  /// Exercise 14.1.
  static let powerIteration = Check(
    "14.1", "PCA by power iteration", difficulty: 2, minutes: 30,
    file: "PowerIteration.swift", chapter: chapter, section: "The straight code",
    replaces: ["symmetricEigenvectors", "PrincipalComponents"],
    hints: [
      "Write the product of a matrix and a vector first: one dot product for each row.",
      """
      In each step: the product, then its length (the root of its dot product with itself), then \
      divide by it. The variance is asked for once, at the end.
      """,
      """
      Deflation needs no loop over steps: the number in row i and column j loses the variance times \
      the direction's numbers i and j.
      """,
    ],
    parts: [
      Part("the first direction and its variance", points: 3) { judge in
        // Two steps only: the answer still depends on each of them.
        judge.ask(iteration, [[2, 1], [1, 3]], [1, 0], 2)
        judge.ask(iteration, [[5]], [-2], 3)
        judge.ask(iteration, [[4, 1, 0.5], [1, 3, -1], [0.5, -1, 2]], [0, 2, 1], 40)
        judge.ask(iteration, [[2, 1], [1, 3]], [0, 100], 1)
        // Without a length of 1 after each step these grow, or shrink, out of a Float's range.
        judge.ask(iteration, [[3000, 1000], [1000, 2000]], [1, 1], 30)
        judge.ask(iteration, [[0.003, 0.001], [0.001, 0.002]], [1, 0], 30)
        for (size, steps) in [(4, 3), (judge.generator.count(2...5), judge.generator.count(1...4))]
        {
          let start = judge.generator.floats(size, in: 0.5...1)
          judge.ask(iteration, covariance(judge, columns: size), start, steps)
        }
      },
      Part("deflation", points: 2) { judge in
        judge.ask(deflation, [[2, 1], [1, 2]], [0.6, 0.8], 2.5)
        judge.ask(deflation, [[3]], [1], 3)
        for size in [3, judge.generator.count(2...5)] {
          let v = unit(judge.generator.floats(size, in: 0.2...1))
          judge.ask(deflation, covariance(judge, columns: size), v, 1.5)
        }
      },
    ],
    mistakes: [
      iteration.mistake("the direction needs to have length 1: divide by its length in every step")
      {
        c, start, steps in
        let v = (0..<steps).reduce(start) { v, _ in product(c, v) }
        return (v, dot(v, product(c, v)))
      },
      iteration.mistake("that is divided by the squared length: take the root") { c, start, steps in
        iterated(c, start, steps) { dot($0, $0) }
      },
      iteration.mistake("divide by the length, not by the sum of the numbers or of their sizes") {
        c, start, steps in
        iterated(c, start, steps) { next in next.reduce(0) { $0 + abs($1) } }
      },
      iteration.mistake("that is one product too many: steps says how many") { c, start, steps in
        iterated(c, start, steps + 1)
      },
      iteration.mistake("the matrix is used once only: multiply again in every step") {
        c, start, _ in iterated(c, start, 1)
      },
      iteration.mistake("the variance is v . (C v), with the matrix; v . v is always 1") {
        c, start, steps in (iterated(c, start, steps).direction, 1)
      },
      iteration.mistake("the variance is asked of the final direction, not of the one before it") {
        c, start, steps in
        let before = unit(iterated(c, start, steps - 1).direction)
        return (iterated(c, start, steps).direction, dot(before, product(c, before)))
      },
      iteration.mistake("that is how long the last product was, before v turned once more") {
        c, start, steps in
        let last = product(c, unit(iterated(c, start, steps - 1).direction))
        return (unit(last), dot(last, last).squareRoot())
      },
      iteration.mistake("the length is taken once, at the end: without it the numbers overflow") {
        c, start, steps in
        let v = unit((0..<steps).reduce(start) { v, _ in product(c, v) })
        return (v, dot(v, product(c, v)))
      },
      deflation.mistake("the direction's part is added: it is to be taken away") { c, v, lambda in
        removed(c, v, -lambda)
      },
      deflation.mistake("the variance is missing: the outer product is weighted by it") { c, v, _ in
        removed(c, v, 1)
      },
      deflation.mistake("only the diagonal is changed: row i and column j, for all i and j") {
        c, v, lambda in changed(c) { i, j in i == j ? lambda * v[i] * v[j] : 0 }
      },
      deflation.mistake("the variance is taken off the diagonal, whatever the direction") {
        c, _, lambda in changed(c) { i, j in i == j ? lambda : 0 }
      },
    ])

  // MARK: - The functions

  private static let iteration = Function("powerIteration(_:start:steps:)") {
    (c: [[Float]], start: [Float], steps: Int) in iterated(c, start, steps)
  }

  private static let deflation = Function("deflated(_:direction:variance:)") {
    (c: [[Float]], v: [Float], lambda: Float) -> [[Float]] in removed(c, v, lambda)
  }

  private static func iterated(
    _ c: [[Float]], _ start: [Float], _ steps: Int,
    length: ([Float]) -> Float = { dot($0, $0).squareRoot() }
  ) -> (direction: [Float], variance: Float) {
    var v = start
    for _ in 0..<steps {
      v = product(c, v)
      let length = length(v)
      v = v.map { $0 / length }
    }
    return (v, dot(v, product(c, v)))
  }

  private static func removed(_ c: [[Float]], _ v: [Float], _ factor: Float) -> [[Float]] {
    changed(c) { i, j in factor * v[i] * v[j] }
  }

  private static func changed(_ c: [[Float]], by less: (Int, Int) -> Float) -> [[Float]] {
    c.indices.map { i in c[i].indices.map { j in c[i][j] - less(i, j) } }
  }

  private static func dot(_ a: [Float], _ b: [Float]) -> Float {
    zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
  }

  private static func product(_ c: [[Float]], _ v: [Float]) -> [Float] { c.map { dot($0, v) } }

  private static func unit(_ v: [Float]) -> [Float] {
    let length = dot(v, v).squareRoot()
    return v.map { $0 / length }
  }

  /// The products of all columns of a small random table.
  private static func covariance(_ judge: Judge, columns: Int) -> [[Float]] {
    let table = (0..<columns).map { _ in judge.generator.floats(6) }
    return table.indices.map { i in
      table.indices.map { j in dot(table[i], table[j]) + (i == j ? 0.5 : 0) }
    }
  }
}
