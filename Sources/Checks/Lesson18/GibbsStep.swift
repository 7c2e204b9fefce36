import ExerciseKit
import Foundation

extension Checks18 {
  /// Exercise 18.3.
  static let gibbsStep = Check(
    "18.3", "A Gibbs step", difficulty: 2, minutes: 25,
    file: "GibbsStep.swift", chapter: chapter, section: "A Gibbs step",
    replaces: ["sigmoid"],
    hints: [
      "Hidden unit j hears column j of W: one number from each row, times the visible unit of that row.",
      "Visible unit i hears row i of W, times the hidden units.",
      """
      Three lists, in this order: the chances of the hidden units, the hidden units themselves \
      (number below chance: 1), and the same for the visible units.
      """,
    ],
    parts: [
      Part("the chances", points: 2) { judge in
        judge.ask(chances, [1], [[2]], [-2])
        judge.ask(chances, [1, 0], [[2, -1], [5, 5]], [-2, 1])
        judge.ask(chances, [1, 1, 0], [[0.5, -1], [1, 0.25], [3, -3]], [0.5, -0.25])
        judge.ask(chances, [0, 0], [[1, 2, 3], [4, 5, 6]], [0.5, -1, 2])
        let (v, h) = (judge.generator.count(2...5), judge.generator.count(2...5))
        judge.ask(
          chances, judge.generator.bits(v), judge.generator.rows(v, h, in: -2...2),
          judge.generator.floats(h))
        judge.ask(chances, [1, 1], [[60, -60], [40, -40]], [0, 0])
      },
      Part("there and back", points: 2) { judge in
        judge.ask(step, [1], [[2]], [0.5], [-1], [0.4], [0.8])
        judge.ask(step, [1], [[2]], [0.5], [-1], [0.9], [0.8])
        judge.ask(
          step, [1, 0], [[2, -1], [5, 5]], [0, -5], [-2, 1], [0.3, 0.7], [0.9, 0.4])
        judge.ask(
          step, [0, 1, 1], [[1, -2], [0.5, 1.5], [-1, 2]], [-0.5, 0.25, -1], [0.25, -1],
          [0.5, 0.4], [0.45, 0.6, 0.35])
        // A number that is just the chance: not below it.
        judge.ask(step, [0], [[1]], [0], [0], [0.5], [0.25])
        judge.ask(step, [1], [[-3]], [0], [0], [0.75], [0.5])
        // A unit that is hardly ever on, and would then say much.
        judge.ask(step, [0], [[4]], [-2], [-4], [0.5], [0.5])
        // Each unit has a bias of its own.
        judge.ask(
          step, [0, 0], [[1, 0.5], [1, -0.5]], [2, -2], [-2, 2], [0.5, 0.5], [0.5, 0.5])
        for _ in 0..<8 { askStep(judge) }
      },
    ],
    mistakes: chanceMistakes + stepMistakes)

  private static let chanceMistakes: [Mistake] = [
    chances.mistake("the biases are missing") { v, w, b in
      b.indices.map { sigmoid(column(v, w, $0)) }
    },
    chances.mistake("a chance lies between 0 and 1: the sigmoid is missing") { v, w, b in
      b.indices.map { b[$0] + column(v, w, $0) }
    },
    chances.mistake("the sign: what a unit hears makes it likelier to be on") { v, w, b in
      b.indices.map { sigmoid(-b[$0] - column(v, w, $0)) }
    },
    chances.mistake("the visible units are missing: only those that are on speak") { v, w, b in
      b.indices.map { sigmoid(b[$0] + column(v.map { _ in 1 }, w, $0)) }
    },
    chances.mistake("a unit that is off says nothing: 0, not -1") { v, w, b in
      b.indices.map { sigmoid(b[$0] + column(v.map { 2 * $0 - 1 }, w, $0)) }
    },
    chances.mistake("0 or 1 is not wanted yet: the chances are") { v, w, b in
      b.indices.map { b[$0] + column(v, w, $0) > 0 ? 1 : 0 }
    },
    chances.mistake("the chances were divided by their sum: each unit decides for itself") {
      v, w, b in
      let p = b.indices.map { exp(b[$0] + column(v, w, $0)) }
      return p.map { $0 / p.reduce(0, +) }
    },
    chances.mistake("only the first visible unit is heard: add up all of them") { v, w, b in
      b.indices.map { sigmoid(b[$0] + (v[0] * w[0][$0])) }
    },
    chances.mistake("tanh lies between -1 and 1: a chance is sigmoid") { v, w, b in
      b.indices.map { tanh(b[$0] + column(v, w, $0)) }
    },
    chances.mistake("hidden unit j hears column j of W, not row j") { v, w, b in
      if b.count > w.count { throw Trap("Index out of range") }
      return b.indices.map { sigmoid(b[$0] + dot(v, w[$0])) }
    },
  ]

  private static let stepMistakes: [Mistake] = [
    step.mistake("on where the number is below the chance: yours is on above it") {
      Step($0, $1, $2, $3, $4, $5).taken { $0 > $1 }
    },
    step.mistake("below the chance, not equal to it") {
      Step($0, $1, $2, $3, $4, $5).taken { $0 <= $1 }
    },
    step.mistake("the numbers are not used: a unit is on by chance, not where it is likelier") {
      Step($0, $1, $2, $3, $4, $5).taken { $1 > 0.5 }
    },
    step.mistake("the way back uses the drawn hidden units, not their chances") {
      v, w, a, b, u, r in
      let forward = Step(v, w, a, b, u, r)
      let chances = b.indices.map { sigmoid(b[$0] + column(v, w, $0)) }
      return (forward.hidden { $0 < $1 }, forward.visible(from: chances) { $0 < $1 })
    },
    step.mistake("the visible biases are missing on the way back") { v, w, a, b, u, r in
      Step(v, w, a.map { _ in 0 }, b, u, r).taken { $0 < $1 }
    },
    step.mistake("the hidden biases are missing on the way there") { v, w, a, b, u, r in
      Step(v, w, a, b.map { _ in 0 }, u, r).taken { $0 < $1 }
    },
    step.mistake("the visible units of before are returned: draw them anew") { v, w, a, b, u, r in
      (Step(v, w, a, b, u, r).hidden { $0 < $1 }, v)
    },
    step.mistake("the visible units are drawn, too: yours are chances") { v, w, a, b, u, r in
      let hidden = Step(v, w, a, b, u, r).hidden { $0 < $1 }
      return (hidden, a.indices.map { sigmoid(a[$0] + dot(w[$0], hidden)) })
    },
    step.mistake("the hidden units are drawn: yours are chances") { v, w, a, b, u, r in
      let taken = Step(v, w, a, b, u, r).taken { $0 < $1 }
      return (b.indices.map { sigmoid(b[$0] + column(v, w, $0)) }, taken.visible)
    },
    step.mistake("each unit has a number of its own: yours uses the first for all") {
      v, w, a, b, u, r in
      Step(v, w, a, b, u.map { _ in u[0] }, r.map { _ in r[0] }).taken { $0 < $1 }
    },
    step.mistake("the sigmoid is missing: compare with a chance") { v, w, a, b, u, r in
      let hidden: [Float] = b.indices.map { u[$0] < b[$0] + column(v, w, $0) ? 1 : 0 }
      let visible: [Float] = a.indices.map { r[$0] < a[$0] + dot(w[$0], hidden) ? 1 : 0 }
      return (hidden, visible)
    },
    step.mistake("a hidden unit that is off says nothing on the way back: 0, not -1") {
      v, w, a, b, u, r in
      let forward = Step(v, w, a, b, u, r)
      let hidden = forward.hidden { $0 < $1 }
      return (hidden, forward.visible(from: hidden.map { 2 * $0 - 1 }) { $0 < $1 })
    },
  ]

  // MARK: - The functions

  private static let chances = Function("hiddenChances(visible:weights:biases:)") {
    (v: [Float], w: [[Float]], b: [Float]) -> [Float] in
    b.indices.map { sigmoid(b[$0] + column(v, w, $0)) }
  }

  private static let step = Function(
    "gibbsStep(visible:weights:visibleBiases:hiddenBiases:hiddenNumbers:visibleNumbers:)"
  ) { (v: [Float], w: [[Float]], a: [Float], b: [Float], u: [Float], r: [Float]) in
    Step(v, w, a, b, u, r).taken { $0 < $1 }
  }

  /// One step and what it needs, with some of the ways to get it wrong.
  private struct Step {
    let v: [Float]
    let w: [[Float]]
    let a, b, u, r: [Float]

    init(
      _ v: [Float], _ w: [[Float]], _ a: [Float], _ b: [Float], _ u: [Float], _ r: [Float]
    ) {
      (self.v, self.w, self.a, self.b, self.u, self.r) = (v, w, a, b, u, r)
    }

    func hidden(_ isOn: (Float, Float) -> Bool) -> [Float] {
      b.indices.map { isOn(u[$0], sigmoid(b[$0] + column(v, w, $0))) ? 1 : 0 }
    }

    func visible(from hidden: [Float], _ isOn: (Float, Float) -> Bool) -> [Float] {
      a.indices.map { isOn(r[$0], sigmoid(a[$0] + dot(w[$0], hidden))) ? 1 : 0 }
    }

    func taken(_ isOn: (Float, Float) -> Bool) -> (hidden: [Float], visible: [Float]) {
      let hidden = self.hidden(isOn)
      return (hidden, visible(from: hidden, isOn))
    }
  }

  /// A step whose numbers are all clear of the chances.
  private static func askStep(_ judge: Judge) {
    let (v, h) = (judge.generator.count(2...5), judge.generator.count(2...5))
    let visible = judge.generator.bits(v)
    let w = judge.generator.rows(v, h, in: -2...2)
    let (a, b) = (judge.generator.floats(v), judge.generator.floats(h))
    func numbers(_ chances: [Float]) -> [Float] {
      chances.map { chance in
        let number = Float.random(in: 0.02...0.98, using: &judge.generator)
        return abs(number - chance) < 0.02 ? (number < 0.5 ? number + 0.05 : number - 0.05) : number
      }
    }
    let u = numbers(b.indices.map { sigmoid(b[$0] + column(visible, w, $0)) })
    let hidden = Step(visible, w, a, b, u, []).hidden { $0 < $1 }
    let r = numbers(a.indices.map { sigmoid(a[$0] + dot(w[$0], hidden)) })
    judge.ask(step, visible, w, a, b, u, r)
  }
}
