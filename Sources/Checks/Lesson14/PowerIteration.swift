import ExerciseKit

extension Checks14 {
  /// A direction and the variance along it.
  private typealias Axis = (direction: [Float], variance: Float)

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
      Part("the first direction and its variance", points: 3, directions),
      Part("deflation", points: 2, deflations),
    ],
    mistakes: [
      iterate.mistake("the direction needs to have length 1: divide by its length in every step") {
        c, start, steps in
        let v = (0..<steps).reduce(start) { v, _ in product(c, v) }
        return (v, dot(v, product(c, v)))
      },
      iterate.mistake("that is divided by the squared length: take the root") { c, start, steps in
        let v = (0..<steps).reduce(start) { v, _ in
          let next = product(c, v)
          return scaled(next, by: dot(next, next))
        }
        return (v, dot(v, product(c, v)))
      },
      iterate.mistake("divide by the length, not by the sum of the numbers or of their sizes") {
        c, start, steps in
        let v = (0..<steps).reduce(start) { v, _ in
          let next = product(c, v)
          return scaled(next, by: next.reduce(0) { $0 + abs($1) })
        }
        return (v, dot(v, product(c, v)))
      },
      iterate.mistake("that is one product too many: steps says how many") { c, start, steps in
        rightIterate(c, start, steps + 1)
      },
      iterate.mistake("the matrix is used once only: multiply again in every step") {
        c, start, _ in rightIterate(c, start, 1)
      },
      iterate.mistake("the variance is v . (C v), with the matrix; v . v is always 1") {
        c, start, steps in
        (rightIterate(c, start, steps).direction, 1)
      },
      iterate.mistake("the variance is asked of the final direction, not of the one before it") {
        c, start, steps in
        let before = steps > 1 ? rightIterate(c, start, steps - 1).direction : unit(start)
        return (rightIterate(c, start, steps).direction, dot(before, product(c, before)))
      },
      iterate.mistake("that is how long the last product was, before v turned once more") {
        c, start, steps in
        let before = steps > 1 ? rightIterate(c, start, steps - 1).direction : unit(start)
        let last = product(c, before)
        return (unit(last), dot(last, last).squareRoot())
      },
      deflate.mistake("the direction's part is added: it is to be taken away") { c, v, lambda in
        removed(c, v, -lambda)
      },
      deflate.mistake("the variance is missing: the outer product is weighted by it") { c, v, _ in
        removed(c, v, 1)
      },
      deflate.mistake("only the diagonal is changed: row i and column j, for all i and j") {
        c, v, lambda in
        c.indices.map { i in
          c[i].indices.map { j in c[i][j] - (i == j ? lambda * v[i] * v[j] : 0) }
        }
      },
      deflate.mistake("the variance is taken off the diagonal, whatever the direction") {
        c, _, lambda in
        c.indices.map { i in c[i].indices.map { j in c[i][j] - (i == j ? lambda : 0) } }
      },
    ])

  private static let iterate = Function("powerIteration(_:start:steps:)", rightIterate)
  private static let deflate = Function("deflated(_:direction:variance:)", rightDeflate)

  @Sendable private static func directions(_ judge: Judge) {
    // Two steps only: the answer still depends on each of them.
    judge.ask(iterate, [[2, 1], [1, 3]], [1, 0], 2)
    judge.ask(iterate, [[5]], [-2], 3)
    judge.ask(iterate, [[4, 1, 0.5], [1, 3, -1], [0.5, -1, 2]], [0, 2, 1], 40)
    let c = covariance(judge.generator.floats(24), columns: 4)
    judge.ask(iterate, c, judge.generator.floats(4, in: 0.5...1), 3)
  }

  @Sendable private static func deflations(_ judge: Judge) {
    judge.ask(deflate, [[2, 1], [1, 2]], [0.6, 0.8], 2.5)
    judge.ask(deflate, [[3]], [1], 3)
    let c = covariance(judge.generator.floats(15), columns: 3)
    judge.ask(deflate, c, unit(judge.generator.floats(3, in: 0.2...1)), 1.5)
  }

  @Sendable private static func rightIterate(
    _ c: [[Float]], _ start: [Float], _ steps: Int
  ) -> Axis {
    let v = (0..<steps).reduce(start) { v, _ in unit(product(c, v)) }
    return (v, dot(v, product(c, v)))
  }

  @Sendable private static func rightDeflate(
    _ c: [[Float]], _ v: [Float], _ lambda: Float
  ) -> [[Float]] {
    removed(c, v, lambda)
  }

  private static func removed(_ c: [[Float]], _ v: [Float], _ factor: Float) -> [[Float]] {
    c.indices.map { i in c[i].indices.map { j in c[i][j] - factor * v[i] * v[j] } }
  }

  /// The matrix of products of all columns of a small table.
  private static func covariance(_ values: [Float], columns: Int) -> [[Float]] {
    let rows = values.count / columns
    return (0..<columns).map { i in
      (0..<columns).map { j in
        (0..<rows).reduce(Float(i == j ? 0.5 : 0)) { sum, row in
          sum + values[row * columns + i] * values[row * columns + j]
        }
      }
    }
  }

  private static func dot(_ a: [Float], _ b: [Float]) -> Float {
    zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
  }

  private static func product(_ c: [[Float]], _ v: [Float]) -> [Float] { c.map { dot($0, v) } }

  private static func scaled(_ v: [Float], by length: Float) -> [Float] { v.map { $0 / length } }

  private static func unit(_ v: [Float]) -> [Float] { scaled(v, by: dot(v, v).squareRoot()) }
}
