import ExerciseKit
import Foundation

extension Checks16 {
  /// What 16.5 gets: hills, noise, and what is seen.
  private struct Hills: Sendable {
    var x: Float
    var left: Float
    var w: [Float]
    var m: [Float]
    var s: [Float]
  }

  /// Exercise 16.5.
  static let exactDenoiser = Check(
    "16.5", "The exact denoiser of a mixture", difficulty: 3, minutes: 40,
    file: "ExactDenoiser.swift", chapter: chapter, section: "The best possible answer",
    hints: [
      "Begin with two lists, one number a hill: where its middle is now, and its variance now.",
      "The score of a hill is log w - log(v) / 2 - (x - m)^2 / (2 v). What turns scores into shares?",
      "Subtract the largest score from all, take exp, divide by the sum.",
      "The noise is a weighted sum over the hills, and one factor in front of it.",
    ],
    parts: [
      Part("which hill", points: 2, shares),
      Part("far from all hills", points: 1, farAway),
      Part("the noise", points: 2, noises),
    ],
    mistakes: [
      shareMistake("the hills' middles move under noise: sqrt(alphaBar) m_k") {
        softmax($0, middle: { $0 })
      },
      shareMistake("the middle is multiplied by the root of alphaBar") { h in
        softmax(h, middle: { h.left * $0 })
      },
      shareMistake("the noise makes every hill broader: v = alphaBar s^2 + 1 - alphaBar") { h in
        softmax(h, variance: { h.left * $0 * $0 })
      },
      shareMistake("s_k is a standard deviation: its square belongs into v") { h in
        softmax(h, variance: { h.left * $0 + 1 - h.left })
      },
      shareMistake("v lacks alphaBar: the hill's own variance shrinks too") { h in
        softmax(h, variance: { $0 * $0 + 1 - h.left })
      },
      shareMistake("the weights of the hills are missing") { h in
        softmax(h, usesWeights: false)
      },
      shareMistake("a broad hill is lower: divide by sqrt(v)") { softmax($0, height: 0) },
      shareMistake("divide by sqrt(v), not by v") { softmax($0, height: 1) },
      shareMistake("these do not add up to 1: divide by their sum") { h in
        scores(h).map { exp($0) }
      },
      shareMistake("0 / 0: subtract the largest score from all before you take exp") { h in
        let shares = scores(h).map { exp($0) }
        let total = shares.reduce(0, +)
        return shares.map { $0 / total }
      },
      noiseMistake("the factor sqrt(1 - alphaBar) in front is missing") { h, r in
        noise(h, r, factor: 1)
      },
      noiseMistake("the factor in front is the root of 1 - alphaBar") { h, r in
        noise(h, r, factor: 1 - h.left)
      },
      noiseMistake("divide by v, the hill's variance and the noise's together, not by the noise's")
      {
        h, r in noise(h, r, variance: { _ in 1 - h.left })
      },
      noiseMistake("the hills' middles move under noise: sqrt(alphaBar) m_k") { h, r in
        noise(h, r, middle: { $0 })
      },
      noiseMistake("the sign: the noise pushed x away from the hill, so it is x_t - m") { h, r in
        noise(h, r, factor: -(1 - h.left).squareRoot())
      },
      noiseMistake("every hill counts by its r_k; yours counts all alike") { h, r in
        noise(h, r.map { _ in 1 / Float(r.count) })
      },
      noiseMistake("the mean over all hills is wanted, not the answer of the likeliest one") {
        h, r in
        noise(h, r.map { $0 == r.max() ? 1 : 0 })
      },
    ])

  private static let responsibilities = Function(
    "responsibilities(_:alphaBar:weights:means:deviations:)"
  ) { (x: Float, left: Float, w: [Float], m: [Float], s: [Float]) in
    softmax(Hills(x: x, left: left, w: w, m: m, s: s))
  }

  private static let exactNoise = Function(
    "exactNoise(_:alphaBar:responsibilities:means:deviations:)"
  ) { (x: Float, left: Float, r: [Float], m: [Float], s: [Float]) in
    noise(Hills(x: x, left: left, w: r, m: m, s: s), r)
  }

  private static func shareMistake(
    _ likely: Text, _ shares: @escaping @Sendable (Hills) -> [Float]
  ) -> Mistake {
    responsibilities.mistake(likely) { x, left, w, m, s in
      shares(Hills(x: x, left: left, w: w, m: m, s: s))
    }
  }

  private static func noiseMistake(
    _ likely: Text, _ answer: @escaping @Sendable (Hills, _ r: [Float]) -> Float
  ) -> Mistake {
    exactNoise.mistake(likely) { x, left, r, m, s in
      answer(Hills(x: x, left: left, w: r, m: m, s: s), r)
    }
  }

  @Sendable private static func shares(_ judge: Judge) {
    askShares(judge, Hills(x: 0.5, left: 0.64, w: [0.3, 0.7], m: [-1, 2], s: [0.5, 1.5]))
    askShares(
      judge, Hills(x: -1, left: 0.36, w: [0.2, 0.3, 0.5], m: [-2, 0.5, 3], s: [2, 0.4, 1]))
    askShares(judge, Hills(x: 4, left: 0.5, w: [1], m: [1], s: [3]))
    let (m, s) = (judge.generator.floats(3, in: -2...2), judge.generator.floats(3, in: 0.3...2))
    askShares(judge, Hills(x: 0.75, left: 0.8, w: [0.5, 0.3, 0.2], m: m, s: s))
  }

  @Sendable private static func farAway(_ judge: Judge) {
    askShares(judge, Hills(x: 40, left: 0.9, w: [0.4, 0.6], m: [1, 1.1], s: [0.3, 0.3]))
    askShares(judge, Hills(x: -60, left: 0.5, w: [0.5, 0.5], m: [-1, 1], s: [0.2, 0.2]))
    let m = judge.generator.floats(3)
    askShares(judge, Hills(x: 50, left: 0.7, w: [0.2, 0.5, 0.3], m: m, s: [0.3, 0.4, 0.2]))
  }

  @Sendable private static func noises(_ judge: Judge) {
    askNoise(judge, Hills(x: 1, left: 0.64, w: [1], m: [0.5], s: [2]))
    askNoise(judge, Hills(x: -0.5, left: 0.36, w: [0.25, 0.75], m: [-2, 1], s: [0.5, 1.5]))
    askNoise(judge, Hills(x: 2, left: 0.81, w: [0.2, 0.5, 0.3], m: [-1, 0.5, 3], s: [1, 2, 0.3]))
    let (m, s) = (judge.generator.floats(2, in: -2...2), judge.generator.floats(2, in: 0.3...2))
    askNoise(judge, Hills(x: 1.25, left: 0.1, w: [0.6, 0.4], m: m, s: s))
  }

  private static func askShares(_ judge: Judge, _ h: Hills) {
    judge.ask(responsibilities, h.x, h.left, h.w, h.m, h.s)
  }

  private static func askNoise(_ judge: Judge, _ h: Hills) {
    judge.ask(exactNoise, h.x, h.left, h.w, h.m, h.s)
  }

  /// The logarithm of each hill's height at x, with some of the ways to get it wrong.
  private static func scores(
    _ h: Hills, middle: ((Float) -> Float)? = nil, variance: ((Float) -> Float)? = nil,
    usesWeights: Bool = true, height: Float = 0.5
  ) -> [Float] {
    h.m.indices.map { k in
      let m = middle?(h.m[k]) ?? h.left.squareRoot() * h.m[k]
      let v = variance?(h.s[k]) ?? h.left * h.s[k] * h.s[k] + 1 - h.left
      let weight = usesWeights ? log(h.w[k]) : 0
      return weight - height * log(v) - (h.x - m) * (h.x - m) / (2 * v)
    }
  }

  private static func softmax(
    _ h: Hills, middle: ((Float) -> Float)? = nil, variance: ((Float) -> Float)? = nil,
    usesWeights: Bool = true, height: Float = 0.5
  ) -> [Float] {
    let scores = scores(
      h, middle: middle, variance: variance, usesWeights: usesWeights, height: height)
    let largest = scores.max() ?? 0
    let shares = scores.map { exp($0 - largest) }
    let total = shares.reduce(0, +)
    return shares.map { $0 / total }
  }

  private static func noise(
    _ h: Hills, _ r: [Float], factor: Float? = nil, middle: ((Float) -> Float)? = nil,
    variance: ((Float) -> Float)? = nil
  ) -> Float {
    var sum: Float = 0
    for k in h.m.indices {
      let m = middle?(h.m[k]) ?? h.left.squareRoot() * h.m[k]
      let v = variance?(h.s[k]) ?? h.left * h.s[k] * h.s[k] + 1 - h.left
      sum += r[k] * (h.x - m) / v
    }
    return (factor ?? (1 - h.left).squareRoot()) * sum
  }
}
