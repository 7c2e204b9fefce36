import ExerciseKit

extension Checks18 {
  /// Exercise 18.1.
  static let hopfield = Check(
    "18.1", "Hebb's rule and recall", difficulty: 2, minutes: 25,
    file: "Hopfield.swift", chapter: chapter, section: "Hebb's rule",
    hints: [
      "Begin with N rows of N zeros. Each pattern adds to every weight but those on the diagonal.",
      "A sweep needs the state as a var: whoever looks next hears what has just been changed.",
      """
      Three cases for a field: above 0 the unit becomes 1, below 0 it becomes -1, and at 0 nothing \
      happens.
      """,
    ],
    parts: [
      Part("the weights", points: 2) { judge in
        judge.ask(weights, [[1, -1]])
        judge.ask(weights, [[1, 1, -1, -1], [1, -1, 1, -1]])
        judge.ask(weights, [[1, 1, 1], [-1, 1, 1], [1, 1, -1]])
        judge.ask(weights, [[-1]])
        let units = judge.generator.count(3...6)
        judge.ask(
          weights, (0..<judge.generator.count(3...5)).map { _ in judge.generator.signs(units) })
      },
      Part("a sweep", points: 2) { judge in
        judge.ask(sweep, [1, -1], [[0, 0.5], [0.5, 0]], [1])
        judge.ask(sweep, [1, -1, 1], [[0, 1, 0], [1, 0, 0.5], [0, 0.5, 0]], [1, 0, 2])
        // The order decides.
        judge.ask(sweep, [1, -1], [[0, 1], [1, 0]], [0, 1])
        judge.ask(sweep, [1, -1], [[0, 1], [1, 0]], [1, 0])
        // A field of 0; a unit that never looks; one that looks twice.
        judge.ask(sweep, [-1, 1, 1], [[0, 1, -1], [1, 0, 0], [-1, 0, 0]], [0])
        judge.ask(sweep, [1, 1, 1], [[0, -1, -1], [-1, 0, 0.5], [-1, 0.5, 0]], [2])
        judge.ask(sweep, [1, -1, -1], [[0, -1, 0.5], [-1, 0, 1], [0.5, 1, 0]], [1, 2, 0, 1])
        judge.ask(sweep, [1, 1, -1], [[0, 1, 0], [1, 0, 2], [0, 2, 0]], [0, 1, 0])
        judge.ask(sweep, [1, 1, 1], [[0, 1, -1], [1, 0, 0], [-1, 0, 0]], [0])
        judge.ask(sweep, [1, -1], [[0, 1], [1, 0]], [])
        for _ in 0..<3 {
          let units = judge.generator.count(3...6)
          let order = (0..<units).shuffled(using: &judge.generator)
          judge.ask(
            sweep, judge.generator.signs(units), judge.generator.symmetric(units), order)
        }
      },
    ],
    mistakes: weightMistakes + sweepMistakes)

  private static let weightMistakes: [Mistake] = [
    weights.mistake("no unit is joined with itself: the diagonal is 0") { x in
      hebb(x, diagonal: true) { $0 / Float(x[0].count) }
    },
    weights.mistake("divide by the number of units, not by that of the patterns") { x in
      hebb(x) { $0 / Float(x.count) }
    },
    weights.mistake("the sum is divided by N, the number of units") { x in hebb(x) { $0 } },
    weights.mistake("all patterns are stored, not only the first") { x in
      hebb([x[0]]) { $0 / Float(x[0].count) }
    },
    weights.mistake("all patterns are stored: the last one replaced the others") { x in
      hebb([x.last!]) { $0 / Float(x[0].count) }
    },
    weights.mistake("the sign: units that agree are joined by a positive weight") { x in
      hebb(x) { -$0 / Float(x[0].count) }
    },
    weights.mistake("units that are both -1 agree, too: the product counts, not both being on") {
      x in
      let on = x.map { $0.map { ($0 + 1) / 2 } }
      return hebb(on) { $0 / Float(x[0].count) }
    },
    weights.mistake("each pair stands in both places, w_ij and w_ji") { x in
      let w = hebb(x) { $0 / Float(x[0].count) }
      return w.indices.map { i in w.indices.map { j in i < j ? w[i][j] : 0 } }
    },
    weights.mistake("divided twice: by the number of units and of patterns") { x in
      hebb(x) { $0 / Float(x[0].count * x.count) }
    },
  ]

  private static let sweepMistakes: [Mistake] = [
    sweep.mistake("each unit hears the state as it is by then: yours all hear the old one") {
      s, w, order in swept(s, w, order) { unit, _ in dot(w[unit], s) }
    },
    sweep.mistake("a unit whose field is 0 stays as it is: yours turns it up") { s, w, order in
      swept(s, w, order, at0: { _ in 1 }) { unit, state in dot(w[unit], state) }
    },
    sweep.mistake("a unit whose field is 0 stays as it is: yours turns it down") { s, w, order in
      swept(s, w, order, at0: { _ in -1 }) { unit, state in dot(w[unit], state) }
    },
    sweep.mistake("the sign of 0 is no state: a unit whose field is 0 stays as it is") {
      s, w, order in
      swept(s, w, order, at0: { _ in 0 }) { unit, state in dot(w[unit], state) }
    },
    sweep.mistake("a unit goes with its field: yours goes against it") { s, w, order in
      swept(s, w, order) { unit, state in -dot(w[unit], state) }
    },
    sweep.mistake("the units look in the order that is asked for, not from 0 on") { s, w, order in
      swept(s, w, order.sorted()) { unit, state in dot(w[unit], state) }
    },
    sweep.mistake("only the units in the list look: yours are all units") { s, w, _ in
      swept(s, w, Array(s.indices)) { unit, state in dot(w[unit], state) }
    },
    sweep.mistake("a unit may come twice in the list, and then it looks twice") { s, w, order in
      var seen: Set<Int> = []
      return swept(s, w, order.filter { seen.insert($0).inserted }) { dot(w[$0], $1) }
    },
    sweep.mistake("a unit turns to a sign, -1 or +1: yours keeps the field") { s, w, order in
      var state = s
      for unit in order { state[unit] = dot(w[unit], state) }
      return state
    },
    sweep.mistake("a unit turns to the sign of its field; yours turns over whatever it was") {
      s, w, order in
      var state = s
      for unit in order where dot(w[unit], state) != 0 { state[unit] = -state[unit] }
      return state
    },
    sweep.mistake("the states are -1 and +1, not 0 and 1") { s, w, order in
      var state = s
      for unit in order where dot(w[unit], state) != 0 {
        state[unit] = dot(w[unit], state) > 0 ? 1 : 0
      }
      return state
    },
    sweep.mistake("only one sweep is asked for: yours goes on until nothing changes") {
      s, w, order in
      var state = s
      for _ in 0..<20 { state = swept(state, w, order) { dot(w[$0], $1) } }
      return state
    },
  ]

  // MARK: - The functions

  private static let weights = Function("hebbianWeights(patterns:)") {
    (x: [[Float]]) -> [[Float]] in
    hebb(x) { $0 / Float(x[0].count) }
  }

  private static let sweep = Function("recalled(_:weights:order:)") {
    (s: [Float], w: [[Float]], order: [Int]) -> [Float] in
    swept(s, w, order) { unit, state in dot(w[unit], state) }
  }

  private static func hebb(
    _ x: [[Float]], diagonal: Bool = false, _ scaled: (Float) -> Float
  ) -> [[Float]] {
    let units = x[0].indices
    return units.map { i in
      units.map { j in
        i == j && !diagonal ? 0 : scaled(x.reduce(Float(0)) { $0 + $1[i] * $1[j] })
      }
    }
  }

  private static func swept(
    _ start: [Float], _ w: [[Float]], _ order: [Int],
    at0 atZero: (Float) -> Float = { $0 }, _ field: (Int, [Float]) -> Float
  ) -> [Float] {
    var state = start
    for unit in order {
      let heard = field(unit, state)
      state[unit] = heard > 0 ? 1 : heard < 0 ? -1 : atZero(state[unit])
    }
    return state
  }
}
