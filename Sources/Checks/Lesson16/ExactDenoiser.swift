import ExerciseKit
import Foundation

extension Checks16 {
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
      Part("which hill", points: 2) { judge in
        judge.ask(shares, 0.5, 0.64, [0.3, 0.7], [-1, 2], [0.5, 1.5])
        judge.ask(shares, -1, 0.36, [0.2, 0.3, 0.5], [-2, 0.5, 3], [2, 0.4, 1])
        judge.ask(shares, 4, 0.5, [1], [1], [3])
        judge.ask(shares, 0.5, 0, [0.25, 0.75], [-3, 2], [0.5, 2])
        judge.ask(shares, 0.5, 1, [0.25, 0.75], [-0.5, 1], [0.5, 2])
        let (w, m, s) = hills(judge)
        let left = Float.random(in: 0.2...0.9, using: &judge.generator)
        judge.ask(shares, 0.75, left, w, m, s)
      },
      Part("far from all hills", points: 1) { judge in
        judge.ask(shares, 40, 0.9, [0.4, 0.6], [1, 1.1], [0.3, 0.3])
        judge.ask(shares, -60, 0.5, [0.5, 0.5], [-1, 1], [0.2, 0.2])
        let x = Float.random(in: 50...80, using: &judge.generator)
        judge.ask(shares, x, 0.8, [0.7, 0.3], [-1.5, 1], [0.25, 0.25])
        judge.ask(shares, -x, 0.8, [0.2, 0.3, 0.5], [2, -1, 0.5], [0.25, 0.25, 0.25])
      },
      Part("the noise", points: 2) { judge in
        judge.ask(noise, 1, 0.64, [1], [0.5], [2])
        judge.ask(noise, -0.5, 0.36, [0.25, 0.75], [-2, 1], [0.5, 1.5])
        judge.ask(noise, 2, 0.81, [0.2, 0.5, 0.3], [-1, 0.5, 3], [1, 2, 0.3])
        judge.ask(noise, 1.5, 1, [0.25, 0.75], [-2, 1], [0.5, 1.5])
        judge.ask(noise, 1.5, 0, [0.25, 0.75], [-2, 1], [0.5, 1.5])
        let (r, m, s) = hills(judge)
        let left = Float.random(in: 0.1...0.8, using: &judge.generator)
        judge.ask(noise, 1.25, left, r, m, s)
      },
    ],
    mistakes: shareMistakes + noiseMistakes)

  private static let shareMistakes: [Mistake] = [
    shares.mistake("the hills' middles move under noise: sqrt(alphaBar) m_k") {
      softmax(Hills($0, $1, $3, $4, middle: { m, _ in m }).scores($2))
    },
    shares.mistake("the middle is multiplied by the root of alphaBar") {
      softmax(Hills($0, $1, $3, $4, middle: { m, left in left * m }).scores($2))
    },
    shares.mistake("the noise makes every hill broader: v = alphaBar s^2 + 1 - alphaBar") {
      x, left, w, m, s in
      // Without data and noise there is nothing to divide by.
      softmax(Hills(x, left, m, s, variance: { s, left in left * s * s }).scores(w))
    },
    shares.mistake("s_k is a standard deviation: its square belongs into v") {
      softmax(Hills($0, $1, $3, $4, variance: { s, left in left * s + 1 - left }).scores($2))
    },
    shares.mistake("v lacks alphaBar: the hill's own variance shrinks too") {
      softmax(Hills($0, $1, $3, $4, variance: { s, left in s * s + 1 - left }).scores($2))
    },
    shares.mistake("the weights of the hills are missing") {
      softmax(Hills($0, $1, $3, $4).scores($2.map { _ in 1 }))
    },
    shares.mistake("a broad hill is lower: divide by sqrt(v)") {
      softmax(Hills($0, $1, $3, $4).scores($2, height: 0))
    },
    shares.mistake("divide by sqrt(v), not by v") {
      softmax(Hills($0, $1, $3, $4).scores($2, height: 1))
    },
    shares.mistake("the 2 below the line of the exponent is missing: (x - m)^2 / (2 v)") {
      softmax(Hills($0, $1, $3, $4).scores($2, spread: 1))
    },
    shares.mistake("these do not add up to 1: divide by their sum") {
      Hills($0, $1, $3, $4).scores($2).map { exp($0) }
    },
    shares.mistake("0 / 0: subtract the largest score from all before you take exp") {
      normalised(Hills($0, $1, $3, $4).scores($2).map { exp($0) })
    },
  ]

  private static let noiseMistakes: [Mistake] = [
    noise.mistake("the factor sqrt(1 - alphaBar) in front is missing") {
      Hills($0, $1, $3, $4).weighted($2)
    },
    noise.mistake("the factor in front is the root of 1 - alphaBar") {
      (1 - $1) * Hills($0, $1, $3, $4).weighted($2)
    },
    noise.mistake("divide by v, the hill's variance and the noise's together, not by the noise's") {
      let hills = Hills($0, $1, $3, $4, variance: { _, left in 1 - left })
      return (1 - $1).squareRoot() * hills.weighted($2)
    },
    noise.mistake("the hills' middles move under noise: sqrt(alphaBar) m_k") {
      (1 - $1).squareRoot() * Hills($0, $1, $3, $4, middle: { m, _ in m }).weighted($2)
    },
    noise.mistake("the sign: the noise pushed x away from the hill, so it is x_t - m") {
      -(1 - $1).squareRoot() * Hills($0, $1, $3, $4).weighted($2)
    },
    noise.mistake("every hill counts by its r_k; yours counts all alike") { x, left, r, m, s in
      (1 - left).squareRoot() * Hills(x, left, m, s).weighted(r.map { _ in 1 / Float(r.count) })
    },
    noise.mistake("the mean over all hills is wanted, not the answer of the likeliest one") {
      x, left, r, m, s in
      (1 - left).squareRoot() * Hills(x, left, m, s).weighted(r.map { $0 == r.max() ? 1 : 0 })
    },
    noise.mistake("divide by v, not by its root") { x, left, r, m, s in
      let hills = Hills(
        x, left, m, s, variance: { s, left in (left * s * s + 1 - left).squareRoot() })
      return (1 - left).squareRoot() * hills.weighted(r)
    },
  ]

  // MARK: - The functions

  private static let shares = Function("responsibilities(_:alphaBar:weights:means:deviations:)") {
    (x: Float, left: Float, w: [Float], m: [Float], s: [Float]) -> [Float] in
    softmax(Hills(x, left, m, s).scores(w))
  }

  private static let noise = Function("exactNoise(_:alphaBar:responsibilities:means:deviations:)") {
    (x: Float, left: Float, r: [Float], m: [Float], s: [Float]) -> Float in
    (1 - left).squareRoot() * Hills(x, left, m, s).weighted(r)
  }

  /// Hills under noise, seen from x, with some of the ways to get them wrong.
  private struct Hills {
    let distances, variances: [Float]

    init(
      _ x: Float, _ left: Float, _ means: [Float], _ deviations: [Float],
      middle: (_ m: Float, _ left: Float) -> Float = { $1.squareRoot() * $0 },
      variance: (_ s: Float, _ left: Float) -> Float = { $1 * $0 * $0 + 1 - $1 }
    ) {
      distances = means.map { x - middle($0, left) }
      variances = deviations.map { variance($0, left) }
    }

    /// The logarithm of each hill's height.
    func scores(_ weights: [Float], height: Float = 0.5, spread: Float = 0.5) -> [Float] {
      weights.indices.map { k in
        let (distance, v) = (distances[k], variances[k])
        return log(weights[k]) - height * log(v) - spread * distance * distance / v
      }
    }

    /// The hills' answers, each as much as its share.
    func weighted(_ shares: [Float]) -> Float {
      shares.indices.reduce(0) { $0 + shares[$1] * distances[$1] / variances[$1] }
    }
  }

  private static func softmax(_ scores: [Float]) -> [Float] {
    let largest = scores.max() ?? 0
    return normalised(scores.map { exp($0 - largest) })
  }

  private static func normalised(_ powers: [Float]) -> [Float] {
    let total = powers.reduce(0, +)
    return powers.map { $0 / total }
  }

  // MARK: - Questions

  /// Shares that add up to 1, means and deviations of a few hills.
  private static func hills(_ judge: Judge) -> ([Float], [Float], [Float]) {
    let count = judge.generator.count(2...5)
    return (
      normalised(judge.generator.floats(count, in: 0.2...1)),
      judge.generator.floats(count, in: -2...2), judge.generator.floats(count, in: 0.3...2)
    )
  }
}
