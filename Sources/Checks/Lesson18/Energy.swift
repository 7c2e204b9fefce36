import ExerciseKit

extension Checks18 {
  /// Exercise 18.2.
  static let energy = Check(
    "18.2", "Energy", difficulty: 2, minutes: 20,
    file: "Energy.swift", chapter: chapter, section: "Energy",
    hints: [
      "Two loops: i over all units, j over those before i. That way each pair counts once.",
      "The biases come afterwards, with a minus sign as well.",
      """
      For the change: what the unit hears from all others, its bias included. Times its old state, \
      times two.
      """,
    ],
    parts: [
      Part("of a state", points: 2) { judge in
        judge.ask(total, [1, -1], [[0, 2], [2, 0]], [0, 0])
        judge.ask(total, [1, -1, 1], [[0, 2, 1], [2, 0, -1], [1, -1, 0]], [0.5, 0, 0])
        judge.ask(total, [-1], [[0]], [0.75])
        judge.ask(total, [], [], [])
        askTotal(judge)
        // A diagonal that does not count.
        judge.ask(total, [1, -1], [[3, 0.5], [0.5, -7]], [1, 2])
        askTotal(judge)
      },
      Part("of a change", points: 2) { judge in
        let w: [[Float]] = [[0, 2, 1], [2, 0, -1], [1, -1, 0]]
        judge.ask(change, 1, [1, -1, 1], w, [0.5, 0, 0])
        judge.ask(change, 0, [1, 1, 1], w, [0.5, 0, 0])
        judge.ask(change, 0, [1, -1, 1], w, [0.5, 0, 0.25])
        judge.ask(change, 2, [1, -1, -1], w, [0.5, 0, 0.25])
        judge.ask(change, 0, [-1], [[0]], [0.75])
        for _ in 0..<2 {
          let units = judge.generator.count(3...6)
          judge.ask(
            change, judge.generator.count(0...(units - 1)), judge.generator.signs(units),
            judge.generator.symmetric(units), judge.generator.floats(units))
        }
        judge.ask(change, 1, [1, -1], [[3, 0.5], [0.5, -7]], [1, 2])
      },
    ],
    mistakes: totalMistakes + changeMistakes)

  private static let totalMistakes: [Mistake] = [
    total.mistake("each pair counts once: yours counts it twice") { s, w, b in
      2 * pairs(s, w) - dot(b, s)
    },
    total.mistake("the sign: an agreement of what is joined makes the energy low") { s, w, b in
      -pairs(s, w) - dot(b, s)
    },
    total.mistake("the biases count with a minus sign, too") { s, w, b in
      pairs(s, w) + dot(b, s)
    },
    total.mistake("the biases are missing") { s, w, _ in pairs(s, w) },
    total.mistake("the biases alone are no energy: the pairs are missing") { s, _, b in
      -dot(b, s)
    },
    total.mistake("both minus signs are missing") { s, w, b in -pairs(s, w) + dot(b, s) },
    total.mistake("what stands on the diagonal does not count") { s, w, b in
      pairs(s, w) - dot(b, s) - s.indices.reduce(0) { $0 + w[$1][$1] }
    },
    total.mistake("what stands on the diagonal does not count, not even a half") { s, w, b in
      pairs(s, w) - dot(b, s) - s.indices.reduce(0) { $0 + w[$1][$1] } / 2
    },
    total.mistake("a pair of units that are both -1 counts: yours takes only those at +1") {
      s, w, b in
      let on = s.map { max(0, $0) }
      return pairs(on, w) - dot(b, on)
    },
    total.mistake("a bias counts with its unit's state") { s, w, b in
      pairs(s, w) - b.reduce(0, +)
    },
    total.mistake("only neighbours are paired in yours: all pairs count") { s, w, b in
      s.indices.dropFirst().reduce(-dot(b, s)) { $0 - w[$1][$1 - 1] * s[$1] * s[$1 - 1] }
    },
  ]

  private static let changeMistakes: [Mistake] = [
    change.mistake("a state turns from -1 to +1, by 2: the factor is missing") { k, s, w, b in
      turned(k, s, w, b) / 2
    },
    change.mistake("the sign: that is the energy before less the one after") { k, s, w, b in
      -turned(k, s, w, b)
    },
    change.mistake("the bias of the unit is missing") { k, s, w, b in
      turned(k, s, w, b) - 2 * s[k] * b[k]
    },
    change.mistake("the unit's own state is missing") { k, s, w, b in turned(k, s, w, b) * s[k] },
    change.mistake("what stands on the diagonal does not count") { k, s, w, b in
      turned(k, s, w, b) + 2 * w[k][k]
    },
    change.mistake("that is the new energy, not the change") { k, s, w, b in
      pairs(s, w) - dot(b, s) + turned(k, s, w, b)
    },
    change.mistake("the change is wanted also when it is positive: yours never lets it rise") {
      k, s, w, b in min(0, turned(k, s, w, b))
    },
    change.mistake("the size only: the change has a sign") { k, s, w, b in
      abs(turned(k, s, w, b))
    },
    change.mistake("the bias of every unit was counted: only that of the one that turns") {
      k, s, w, b in
      turned(k, s, w, b) + 2 * s[k] * (b.reduce(0, +) - b[k])
    },
    change.mistake("the bias counts double, too: it belongs inside the bracket") { k, s, w, b in
      turned(k, s, w, b) - s[k] * b[k]
    },
  ]

  private static let total = Function("energy(of:weights:biases:)") {
    (s: [Float], w: [[Float]], b: [Float]) -> Float in pairs(s, w) - dot(b, s)
  }

  private static let change = Function("energyChange(flipping:in:weights:biases:)") {
    (k: Int, s: [Float], w: [[Float]], b: [Float]) -> Float in turned(k, s, w, b)
  }

  private static func pairs(_ s: [Float], _ w: [[Float]]) -> Float {
    s.indices.reduce(Float(0)) { sum, i in
      (0..<i).reduce(sum) { $0 - w[i][$1] * s[i] * s[$1] }
    }
  }

  private static func turned(_ k: Int, _ s: [Float], _ w: [[Float]], _ b: [Float]) -> Float {
    2 * s[k] * (b[k] + dot(w[k], s) - w[k][k] * s[k])
  }

  private static func askTotal(_ judge: Judge) {
    let units = judge.generator.count(3...6)
    judge.ask(
      total, judge.generator.signs(units), judge.generator.symmetric(units),
      judge.generator.floats(units))
  }
}
