import ExerciseKit
import Foundation

extension Checks18 {
  /// Exercise 18.5.
  static let freeEnergy = Check(
    "18.5", "Free energy", difficulty: 2, minutes: 25,
    file: "FreeEnergy.swift", chapter: chapter, section: "Free energy",
    replaces: ["softplus", "softmax", "logSumExp"],
    hints: [
      "First a function for softplus alone, in the form that never overflows.",
      "Every hidden unit hears its column of W and its bias; that goes into softplus, once a unit.",
      "The probabilities are a softmax of -F. Take the least F away from all of them first.",
    ],
    parts: [
      Part("of a picture", points: 2) { judge in
        judge.ask(free, [1], [[2]], [0.5], [-2])
        judge.ask(free, [1, 0], [[2], [5]], [0.5, 1], [-2])
        judge.ask(
          free, [1, 0, 1], [[0.5, -1], [2, 2], [-0.25, 1]], [0.25, -1, 0.5], [0.5, -0.75])
        judge.ask(free, [0, 0], [[1, 2, 3], [4, 5, 6]], [1, 1], [0.5, -1, 0])
        for _ in 0..<2 {
          let (v, h) = (judge.generator.count(2...5), judge.generator.count(2...5))
          judge.ask(
            free, judge.generator.bits(v), judge.generator.rows(v, h, in: -2...2),
            judge.generator.floats(v), judge.generator.floats(h))
        }
      },
      Part("large numbers", points: 1) { judge in
        judge.ask(free, [1, 1], [[100, -100], [50, -60]], [2, 3], [0, 0])
        judge.ask(free, [1], [[300]], [-200], [40])
        judge.ask(free, [1], judge.generator.rows(1, 3, in: 200...400), [0], [0, -900, 1])
      },
      Part("the probabilities", points: 2) { judge in
        judge.ask(shares, [1, 0])
        judge.ask(shares, [1, 0, 1])
        judge.ask(shares, [0.5, -0.25, 2, 1])
        judge.ask(shares, [3])
        judge.ask(shares, judge.generator.floats(judge.generator.count(3...6), in: -3...3))
        judge.ask(shares, [-300, -301, -299.5])
        judge.ask(shares, [500, 502, 501])
        judge.ask(shares, [-60, 60])
        judge.ask(shares, [-400, 400])
      },
    ],
    mistakes: freeMistakes + shareMistakes)

  private static let freeMistakes: [Mistake] = [
    free.mistake("e^ of a large number is infinite: use the other form of softplus") { v, w, a, b in
      let heard = b.indices.map { b[$0] + column(v, w, $0) }
      return heard.contains { $0 > 88 } ? -.infinity : right(v, w, a, b)
    },
    free.mistake("the sign: a likely picture has a low free energy") { v, w, a, b in
      -right(v, w, a, b)
    },
    free.mistake("the visible biases are missing") { v, w, a, b in right(v, w, a, b) + dot(a, v) },
    free.mistake("a visible bias counts only where its unit is on") { v, w, a, b in
      right(v, w, a, b) + dot(a, v) - a.reduce(0, +)
    },
    free.mistake("the visible biases count with a minus sign, too") { v, w, a, b in
      right(v, w, a, b) + 2 * dot(a, v)
    },
    free.mistake("the hidden biases are missing") { v, w, a, b in
      right(v, w, a, b.map { _ in 0 })
    },
    free.mistake("softplus was taken of the sum: it is taken of each hidden unit alone") {
      v, w, a, b in
      -dot(a, v) - softplus(b.indices.reduce(Float(0)) { $0 + b[$1] + column(v, w, $1) })
    },
    free.mistake("a rectifier is not quite softplus: log(1 + e^x)") { v, w, a, b in
      -dot(a, v) - b.indices.reduce(Float(0)) { $0 + max(0, b[$1] + column(v, w, $1)) }
    },
    free.mistake("the 1 in log(1 + e^x) is missing: it stands for the hidden unit that is off") {
      v, w, a, b in
      -dot(a, v) - b.indices.reduce(Float(0)) { $0 + b[$1] + column(v, w, $1) }
    },
    free.mistake("the logarithm is missing") { v, w, a, b in
      -dot(a, v) - b.indices.reduce(Float(0)) { $0 + 1 + exp(b[$1] + column(v, w, $1)) }
    },
    free.mistake("sigmoid is the slope of softplus, not softplus") { v, w, a, b in
      -dot(a, v) - b.indices.reduce(Float(0)) { $0 + sigmoid(b[$1] + column(v, w, $1)) }
    },
    free.mistake("a unit that is off says nothing: 0, not -1") { v, w, a, b in
      let signs = v.map { 2 * $0 - 1 }
      return right(signs, w, a, b) + dot(a, signs) - dot(a, v)
    },
    free.mistake(
      "negative sums give too much: the stable form is max(x, 0) + log(1 + e^(-abs(x)))"
    ) { v, w, a, b in
      -dot(a, v)
        - b.indices.reduce(Float(0)) {
          let x = b[$1] + column(v, w, $1)
          return $0 + abs(x) + log(1 + exp(-abs(x)))
        }
    },
  ]

  private static let shareMistakes: [Mistake] = [
    shares.mistake("the sign: a low free energy is likely") { softmax($0) },
    shares.mistake("not divided by Z: the probabilities add up to 1") { f in f.map { exp(-$0) } },
    shares.mistake("the least was made 0, but the sum is missing: divide by Z") { f in
      f.map { exp(f.min()! - $0) }
    },
    shares.mistake("e^ of a large number is infinite: make the least free energy 0 first") { f in
      let weights = f.map { exp(-$0) }
      return weights.map { $0 / weights.reduce(0, +) }
    },
    shares.mistake("the largest was made 0: then the others are infinite. It is the least") { f in
      let weights = f.map { exp(f.max()! - $0) }
      return weights.map { $0 / weights.reduce(0, +) }
    },
    shares.mistake("the mean was made 0, which need not suffice: the least") { f in
      let mean = f.reduce(0, +) / Float(f.count)
      let weights = f.map { exp(mean - $0) }
      return weights.map { $0 / weights.reduce(0, +) }
    },
    shares.mistake("the exponential is missing") { f in
      f.map { $0 / f.reduce(0, +) }
    },
    shares.mistake("log p is returned: p is wanted") { f in
      softmax(f.map { -$0 }).map { log(max($0, 1e-37)) }
    },
    shares.mistake("Z leaves the first picture out") { f in
      let weights = f.map { exp(f.min()! - $0) }
      return weights.map { $0 / max(1e-30, weights.dropFirst().reduce(0, +)) }
    },
    shares.mistake("the sigmoid of each by itself: the probabilities add up to 1") { f in
      f.map { sigmoid(-$0) }
    },
    shares.mistake("the likeliest alone gets 1: all have a probability") { f in
      f.map { $0 == f.min()! ? 1 : 0 }
    },
  ]

  // MARK: - The functions

  private static let free = Function("freeEnergy(of:weights:visibleBiases:hiddenBiases:)") {
    (v: [Float], w: [[Float]], a: [Float], b: [Float]) -> Float in right(v, w, a, b)
  }

  private static let shares = Function("probabilities(freeEnergies:)") {
    (f: [Float]) -> [Float] in softmax(f.map { -$0 })
  }

  private static func right(_ v: [Float], _ w: [[Float]], _ a: [Float], _ b: [Float]) -> Float {
    -dot(a, v) - b.indices.reduce(Float(0)) { $0 + softplus(b[$1] + column(v, w, $1)) }
  }

  private static func softplus(_ x: Float) -> Float { max(x, 0) + log(1 + exp(-abs(x))) }

  private static func softmax(_ x: [Float]) -> [Float] {
    let largest = x.max()!
    let weights = x.map { exp($0 - largest) }
    return weights.map { $0 / weights.reduce(0, +) }
  }
}
