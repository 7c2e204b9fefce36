import ExerciseKit

extension Checks18 {
  /// Exercise 18.4.
  static let contrastiveDivergence = Check(
    "18.4", "Contrastive divergence", difficulty: 2, minutes: 25,
    file: "ContrastiveDivergence.swift", chapter: chapter, section: "Contrastive divergence",
    replaces: ["matmul"],
    hints: [
      "Three lists of zeros first: one row of weights a visible unit, and the two of biases.",
      "Examples add with the factor eta / n, dreams with -eta / n. The same loop can do both.",
      "A weight gets v_i h_j of the same row: never of one example and another.",
    ],
    parts: [
      Part("one example, one dream", points: 2) { judge in
        judge.ask(learn, [[1]], [[0.5]], [[1]], [[0.25]], 1)
        judge.ask(learn, [[1, 0]], [[0.5]], [[1, 1]], [[0.75]], 0.1)
        judge.ask(learn, [[1, 0]], [[0.5, 0.25, 1]], [[0, 1]], [[0.75, 0.5, 0.125]], 0.5)
        ask(judge, rows: 1)
      },
      Part("several of each", points: 2) { judge in
        judge.ask(
          learn, [[1, 0], [1, 1]], [[0.5], [1]], [[0, 1], [1, 1]], [[0.5], [0.5]], 0.1)
        ask(judge, rows: judge.generator.count(2...4))
        ask(judge, rows: judge.generator.count(3...5))
        // Dreams that are just like the examples change nothing.
        judge.ask(
          learn, [[1, 0], [0, 1]], [[0.5], [0.75]], [[0, 1], [1, 0]], [[0.75], [0.5]], 0.5)
      },
    ],
    mistakes: learningMistakes)

  private static let learningMistakes: [Mistake] = [
    learn.mistake("the sign: examples strengthen, dreams weaken") {
      changed($0, $1, $2, $3, -$4)
    },
    learn.mistake("a mean over the rows: divide by how many there are") {
      changed($0, $1, $2, $3, $4 * Float($0.count))
    },
    learn.mistake("the dreams are missing: what they have in common is weakened") {
      changed($0, $1, [], [], $4)
    },
    learn.mistake("the dreams are taken away, not added") { v, h, dreamV, dreamH, eta in
      joined(
        changed(v, h, [], [], eta), changed(dreamV, dreamH, [], [], eta)
      ) { $0 + $1 }
    },
    learn.mistake("the learning rate is missing") { v, h, dreamV, dreamH, _ in
      changed(v, h, dreamV, dreamH, 1)
    },
    learn.mistake("each row of weights belongs to a visible unit: yours is the transpose") {
      v, h, dreamV, dreamH, eta in
      var right = changed(v, h, dreamV, dreamH, eta)
      let w = right.weights
      right.weights = w[0].indices.map { j in w.indices.map { i in w[i][j] } }
      return right
    },
    learn.mistake("a mean of products, not a product of means") { v, h, dreamV, dreamH, eta in
      var right = changed(v, h, dreamV, dreamH, eta)
      let (a, b, c, d) = (means(v), means(h), means(dreamV), means(dreamH))
      right.weights = a.indices.map { i in
        b.indices.map { j in eta * (a[i] * b[j] - c[i] * d[j]) }
      }
      return right
    },
    learn.mistake("the dreams have hidden units of their own: yours takes those of the examples") {
      v, h, dreamV, _, eta in changed(v, h, dreamV, h, eta)
    },
    learn.mistake("only the first row counts in yours") { v, h, dreamV, dreamH, eta in
      changed([v[0]], [h[0]], [dreamV[0]], [dreamH[0]], eta)
    },
    learn.mistake("the biases do not change in yours: they learn, too") {
      v, h, dreamV, dreamH, eta in
      let right = changed(v, h, dreamV, dreamH, eta)
      let (a, b) = (right.visibleBiases, right.hiddenBiases)
      return (right.weights, a.map { _ in 0 }, b.map { _ in 0 })
    },
    learn.mistake("the two lists of biases are exchanged") { v, h, dreamV, dreamH, eta in
      let right = changed(v, h, dreamV, dreamH, eta)
      return (right.weights, right.hiddenBiases, right.visibleBiases)
    },
    learn.mistake("the visible biases do not change in yours") { v, h, dreamV, dreamH, eta in
      let right = changed(v, h, dreamV, dreamH, eta)
      return (right.weights, right.visibleBiases.map { _ in 0 }, right.hiddenBiases)
    },
    learn.mistake("the hidden biases do not change in yours") { v, h, dreamV, dreamH, eta in
      let right = changed(v, h, dreamV, dreamH, eta)
      return (right.weights, right.visibleBiases, right.hiddenBiases.map { _ in 0 })
    },
    learn.mistake("the biases have the sign of the dreams: examples strengthen them, too") {
      v, h, dreamV, dreamH, eta in
      let right = changed(v, h, dreamV, dreamH, eta)
      return (
        right.weights, right.visibleBiases.map { -$0 }, right.hiddenBiases.map { -$0 }
      )
    },
    learn.mistake("the biases are a mean over the rows, too") { v, h, dreamV, dreamH, eta in
      let right = changed(v, h, dreamV, dreamH, eta)
      let n = Float(v.count)
      return (
        right.weights, right.visibleBiases.map { $0 * n }, right.hiddenBiases.map { $0 * n }
      )
    },
    learn.mistake("the chances of the hidden units count here: do not round them to 0 and 1") {
      v, h, dreamV, dreamH, eta in
      let (b, d) = (h.map { $0.map { $0.rounded() } }, dreamH.map { $0.map { $0.rounded() } })
      return changed(v, b, dreamV, d, eta)
    },
  ]

  private typealias Change = (weights: [[Float]], visibleBiases: [Float], hiddenBiases: [Float])

  private static let learn = Function(
    "contrastiveDivergence(visible:hidden:dreamtVisible:dreamtHidden:learningRate:)"
  ) {
    (v: [[Float]], h: [[Float]], dreamV: [[Float]], dreamH: [[Float]], eta: Float) in
    changed(v, h, dreamV, dreamH, eta)
  }

  private static func changed(
    _ v: [[Float]], _ h: [[Float]], _ dreamV: [[Float]], _ dreamH: [[Float]], _ eta: Float
  ) -> Change {
    let (visible, hidden) = (v[0].indices, h[0].indices)
    let share = eta / Float(v.count)
    let awake = visible.map { i in hidden.map { j in products(v, h, i, j) } }
    let asleep = visible.map { i in hidden.map { j in products(dreamV, dreamH, i, j) } }
    func difference(_ x: [[Float]], _ y: [[Float]], _ unit: Int) -> Float {
      share * (x.reduce(0) { $0 + $1[unit] } - y.reduce(0) { $0 + $1[unit] })
    }
    return (
      visible.map { i in hidden.map { j in share * (awake[i][j] - asleep[i][j]) } },
      visible.map { difference(v, dreamV, $0) }, hidden.map { difference(h, dreamH, $0) }
    )
  }

  private static func products(_ v: [[Float]], _ h: [[Float]], _ i: Int, _ j: Int) -> Float {
    zip(v, h).reduce(Float(0)) { $0 + $1.0[i] * $1.1[j] }
  }

  private static func means(_ rows: [[Float]]) -> [Float] {
    rows[0].indices.map { unit in rows.reduce(0) { $0 + $1[unit] } / Float(rows.count) }
  }

  private static func joined(
    _ x: Change, _ y: Change, _ join: (Float, Float) -> Float
  ) -> Change {
    (
      zip(x.weights, y.weights).map { zip($0, $1).map { join($0, $1) } },
      zip(x.visibleBiases, y.visibleBiases).map { join($0, $1) },
      zip(x.hiddenBiases, y.hiddenBiases).map { join($0, $1) }
    )
  }

  private static func ask(_ judge: Judge, rows: Int) {
    let visible = judge.generator.count(2...4)
    // Another number of hidden units, so that no transpose passes.
    let hidden = visible + judge.generator.count(1...2)
    let v = (0..<rows).map { _ in judge.generator.bits(visible) }
    let dreamV = (0..<rows).map { _ in judge.generator.bits(visible) }
    judge.ask(
      learn, v, judge.generator.rows(rows, hidden, in: 0...1), dreamV,
      judge.generator.rows(rows, hidden, in: 0...1),
      Float.random(in: 0.3...0.9, using: &judge.generator))
  }
}
