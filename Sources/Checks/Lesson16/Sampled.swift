import ExerciseKit
import Foundation

/// The last parts of exercise 16.4: all the steps from pure noise to data.
extension Checks16 {
  private typealias Listener = Callback<[Float], Int, [Float]>

  private static let sampled = Function("sampled(noises:betas:predictNoise:)") {
    (noises: [[Float]], betas: [Float], predict: Listener) -> [Float] in
    walked(noises, betas) { predict($0, $1) }
  }

  /// The numbers of one step, and where it takes its noise from.
  private struct Step {
    let t, last: Int
    let beta, now, earlier: Float

    var sigma: Float { (beta * (1 - earlier) / (1 - now)).squareRoot() }
    var row: Int { last - t + 1 }
  }

  /// The walk, with whatever somebody may get wrong as a parameter.
  private static func walked(
    _ noises: [[Float]], _ betas: [Float], steps: [Int]? = nil,
    alphaBars: ([Float]) -> [Float] = remaining, sigma: (Step) -> Float = { $0.sigma },
    row: (Step) -> Int = { $0.row }, _ predict: ([Float], Int) -> [Float]
  ) -> [Float] {
    let (bars, last) = (alphaBars(betas), betas.count)
    var x = noises[0]
    for t in steps ?? Array((1...last).reversed()) {
      let step = Step(
        t: t, last: last, beta: betas[t - 1], now: bars[t - 1], earlier: t > 1 ? bars[t - 2] : 1)
      let (noise, sigma) = (predict(x, t), sigma(step))
      let fresh = t > 1 ? noises[row(step)] : x.map { _ in 0 }
      let share = step.beta / (1 - step.now).squareRoot()
      x = x.indices.map {
        (x[$0] - share * noise[$0]) / (1 - step.beta).squareRoot() + sigma * fresh[$0]
      }
    }
    return x
  }

  private static func remaining(_ betas: [Float]) -> [Float] {
    var left: Float = 1
    return betas.map { beta in
      left *= 1 - beta
      return left
    }
  }

  // MARK: - Questions with values

  static func askWay(_ judge: Judge) {
    let half = Listener("{ x, t in x.map { $0 / 2 } }") { x, _ in x.map { $0 / 2 } }
    let later = Listener("{ x, t in x.map { $0 * Float(t) / 4 } }") { x, t in
      x.map { $0 * Float(t) / 4 }
    }
    judge.ask(sampled, [[1]], [0.36], half)
    judge.ask(sampled, [[1], [2]], [0.36, 0.4375], half)
    judge.ask(sampled, [[1, -2], [0.5, 3], [-1, 0.25]], [0.1, 0.3, 0.2], later)
    judge.ask(sampled, [[], []], [0.1, 0.2], half)
    for _ in 0..<2 {
      let (count, width) = (judge.generator.count(3...6), judge.generator.count(1...3))
      judge.ask(
        sampled, judge.generator.rows(count, width, in: -2...2),
        judge.generator.floats(count, in: 0.1...0.4), later)
    }
  }

  // MARK: - Two hills

  static func askHills(_ judge: Judge) {
    let (steps, points) = (40, 200)
    let betas = (0..<steps).map { 0.005 + 0.295 * Float($0) / Float(steps - 1) }
    let noises = (0..<steps).map { _ in (0..<points).map { _ in normal(&judge.generator) } }
    let bars = remaining(betas)
    let listener = Listener("exact") { x, t in
      let t = min(max(t, 1), steps)
      return x.map { heard($0, bars[t - 1]) }
    }
    judge.ask(
      """
      W1 between the two hills and sampled(noises: \(noises), betas: \(betas), predictNoise: \
      { x, t in the exact denoiser of two hills })
      """, expect: "a number below 0.4", where: { $0 < 0.4 }
    ) { answers -> Float in
      let found = try answers.call(sampled, noises, betas, listener).sorted()
      guard found.count == points else { return .infinity }
      return zip(found, places).reduce(0) { $0 + abs($1.0 - $1.1) } / Float(points)
    }
  }

  /// A draw from N(0, 1), after George Box and Mervin Muller.
  private static func normal(_ generator: inout SeededGenerator) -> Float {
    let draws = generator.floats(2, in: 0.000001...1)
    return (-2 * log(draws[0])).squareRoot() * cos(2 * .pi * draws[1])
  }

  private static let hills: [(weight: Float, mean: Float, deviation: Float)] = [
    (0.3, -1.5, 0.3), (0.7, 1, 0.3),
  ]

  /// The mean of the noise in x, as far as anybody can know it.
  private static func heard(_ x: Float, _ left: Float) -> Float {
    var (total, sum): (Float, Float) = (0, 0)
    for hill in hills {
      let variance = left * hill.deviation * hill.deviation + 1 - left
      let distance = x - left.squareRoot() * hill.mean
      let chance =
        hill.weight / variance.squareRoot() * exp(max(-80, -distance * distance / (2 * variance)))
      total += chance
      sum += chance * distance / variance
    }
    return (1 - left).squareRoot() * sum / total
  }

  /// Where 200 numbers of the two hills should lie: the middles of 200 equal shares.
  private static let places: [Float] = {
    let (width, count): (Float, Float) = (0.005, 200)
    var places: [Float] = []
    var below: Float = 0
    var x: Float = -4
    while places.count < Int(count), x < 4 {
      for hill in hills {
        let distance = (x - hill.mean) / hill.deviation
        below += width * hill.weight * exp(-distance * distance / 2) / (hill.deviation * 2.5066283)
      }
      x += width
      while below * count > Float(places.count) + 0.5, places.count < Int(count) {
        places.append(x)
      }
    }
    return places
  }()

  // MARK: - Mistakes

  static let wayMistakes: [Mistake] = [
    sampled.mistake("the way back begins with t = T and ends with t = 1: yours walks forwards") {
      noises, betas, predict in
      walked(noises, betas, steps: Array(1...betas.count), row: { $0.t - 1 }) { predict($0, $1) }
    },
    sampled.mistake("the walk ends with the step t = 1: yours is one step short") {
      noises, betas, predict in
      walked(noises, betas, steps: Array((1...betas.count).reversed().dropLast())) {
        predict($0, $1)
      }
    },
    sampled.mistake("the rows of noise come in the order of the steps: yours takes them backwards")
    {
      noises, betas, predict in walked(noises, betas, row: { $0.t - 1 }) { predict($0, $1) }
    },
    sampled.mistake("the first row is x_T: the first step has the second row for its noise") {
      noises, betas, predict in walked(noises, betas, row: { $0.row - 1 }) { predict($0, $1) }
    },
    sampled.mistake("that row of noise is not there: the last step, t = 1, adds none") {
      noises, betas, predict in
      _ = walked(noises, betas) { predict($0, $1) }
      throw Trap("Index out of range")
    },
    sampled.mistake("no fresh noise was added on the way") { noises, betas, predict in
      walked(noises, betas, sigma: { _ in 0 }) { predict($0, $1) }
    },
    sampled.mistake("the noise is to be heard anew at every step: yours asks once, for x_T") {
      noises, betas, predict in
      let once = predict(noises[0], betas.count)
      return walked(noises, betas) { _, _ in once }
    },
    sampled.mistake("what is listened to is x as it is now: yours always hands x_T over") {
      noises, betas, predict in walked(noises, betas) { predict(noises[0], $1) }
    },
    sampled.mistake("predictNoise wants the time, from T to 1: yours gives the index t - 1") {
      noises, betas, predict in walked(noises, betas) { predict($0, $1 - 1) }
    },
    sampled.mistake("predictNoise wants the time of x, which is T first: yours counts the steps") {
      noises, betas, predict in walked(noises, betas) { predict($0, betas.count - $1 + 1) }
    },
    sampled.mistake("alphaBar_t is a product over all steps up to t: yours has one factor") {
      noises, betas, predict in
      walked(noises, betas, alphaBars: { $0.map { 1 - $0 } }) { predict($0, $1) }
    },
    sampled.mistake("alphaBar_t multiplies 1 - beta from step 1 on: yours begins at step T") {
      noises, betas, predict in
      walked(noises, betas, alphaBars: { remaining($0.reversed()).reversed() }) { predict($0, $1) }
    },
    sampled.mistake("that sigma^2 is beta_t: another choice, but here it is smaller") {
      noises, betas, predict in
      walked(noises, betas, sigma: { $0.beta.squareRoot() }) { predict($0, $1) }
    },
  ]
}
