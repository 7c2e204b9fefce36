import ExerciseKit

extension Checks16 {
  /// Exercise 16.4.
  static let reverseStep = Check(
    "16.4", "One step back", difficulty: 3, minutes: 40,
    file: "ReverseStep.swift", chapter: chapter, section: "One step back",
    hints: [
      "First three numbers for the whole step: beta_t, alphaBar_t and alphaBar_{t-1}.",
      "alphaBar_{t-1} is 1 when t is 1; otherwise it stands at index t - 2.",
      "sigma is a square root. With alphaBar_0 = 1 it is 0 at t = 1 by itself.",
      "For DDIM first write x0^ into a constant of its own, then the second line of the formula.",
      """
      The whole way: T is the number of betas. Write down for T = 3 which row of noise and which \
      index each of the three steps takes, before you write the loop.
      """,
    ],
    parts: [
      Part("the last step, without noise", points: 1) { judge in
        ask(judge, [1], 1, [0.5], [0.36, 0.4375], [7])
        ask(judge, [2, -1.5], 1, [1.25, -0.5], [0.19], [3, -2])
        askRandomly(judge, steps: 1...1)
      },
      Part("a step with fresh noise", points: 1) { judge in
        ask(judge, [1], 2, [0.5], [0.36, 0.4375], [2])
        ask(judge, [2, -1, 0.5], 3, [1, -2, 0.25], [0.1, 0.2, 0.3, 0.4], [-1, 2, 1.5])
        ask(judge, [], 2, [], [0.1, 0.2], [])
        askRandomly(judge, steps: 2...5)
        ask(judge, [0.5, 1], 4, [2, -1], [0.3, 0.1, 0.25, 0.05], [1, -3])
      },
      Part("DDIM", points: 1) { judge in
        judge.ask(leap, [1], [0.5], 0.36, 0.64)
        judge.ask(leap, [2, -1.5, 0.25], [-0.5, 1, 2], 0.2, 0.7)
        judge.ask(leap, [1, -2], [0.25, 0.5], 0.81, 1)
        judge.ask(leap, [], [], 0.5, 0.75)
        let count = judge.generator.count(2...6)
        let now = Float.random(in: 0.1...0.4, using: &judge.generator)
        let earlier = Float.random(in: 0.5...0.9, using: &judge.generator)
        judge.ask(
          leap, judge.generator.floats(count, in: -2...2), judge.generator.floats(count), now,
          earlier)
      },
      Part("the whole way", points: 1) { judge in askWay(judge) },
      Part("two hills", points: 1) { judge in askHills(judge) },
    ],
    mistakes: stepMistakes + leapMistakes + wayMistakes)

  private static let stepMistakes: [Mistake] = [
    step.mistake("yours takes all the noise away at once: only beta_t / sqrt(1 - alphaBar_t) of it")
    {
      Backstep($0, $1, $2, $3, $4, $5).taken(share: { (1 - $0.now).squareRoot() })
    },
    step.mistake("below the line stands a root: beta_t / sqrt(1 - alphaBar_t)") {
      Backstep($0, $1, $2, $3, $4, $5).taken(share: { $0.beta / (1 - $0.now) })
    },
    step.mistake("the noise is taken away, not added: minus") {
      Backstep($0, $1, $2, $3, $4, $5).taken(share: { -$0.beta / (1 - $0.now).squareRoot() })
    },
    step.mistake("the shrinking is not undone: divide by sqrt(1 - beta_t)") {
      Backstep($0, $1, $2, $3, $4, $5).taken(shrunk: { _ in 1 })
    },
    step.mistake("undoing the shrinking is dividing by sqrt(1 - beta_t), not multiplying") {
      Backstep($0, $1, $2, $3, $4, $5).taken(shrunk: { 1 / (1 - $0.beta).squareRoot() })
    },
    step.mistake("divide by sqrt(1 - beta_t), the shrinking of one step, not by sqrt(alphaBar_t)") {
      x, t, eps, betas, bars, z in
      // At t = 1 both are the same.
      Backstep(x, t, eps, betas, bars, z).taken(shrunk: { $0.now.squareRoot() })
    },
    step.mistake("at t = 1 sigma is 0, for alphaBar_0 is 1: yours adds noise there") {
      Backstep($0, $1, $2, $3, $4, $5).taken(sigma: { $0.t == 1 ? $0.beta.squareRoot() : $0.sigma })
    },
    step.mistake("that sigma^2 is beta_t: another choice, but here it is smaller") {
      Backstep($0, $1, $2, $3, $4, $5).taken(sigma: { $0.t > 1 ? $0.beta.squareRoot() : 0 })
    },
    step.mistake("sigma is the root of that: yours adds sigma^2 z") {
      Backstep($0, $1, $2, $3, $4, $5).taken(sigma: { $0.sigma * $0.sigma })
    },
    step.mistake("the two alphaBars of sigma^2 are exchanged: 1 - alphaBar_{t-1} is above") {
      Backstep($0, $1, $2, $3, $4, $5).taken(
        sigma: { ($0.beta * (1 - $0.now) / (1 - $0.earlier)).squareRoot() })
    },
    step.mistake("no fresh noise was added: + sigma z") {
      Backstep($0, $1, $2, $3, $4, $5).taken(sigma: { _ in 0 })
    },
    step.mistake("the fresh noise comes last: yours divides it by sqrt(1 - beta_t) with the rest") {
      Backstep($0, $1, $2, $3, $4, $5).taken(sigma: { $0.sigma / (1 - $0.beta).squareRoot() })
    },
    step.mistake("at t = 1 there is no alphaBar_0 in the list: it is 1") {
      if $1 == 1 { throw Trap("Index out of range") }
      return Backstep($0, $1, $2, $3, $4, $5).taken()
    },
  ]

  private static let leapMistakes: [Mistake] = [
    leap.mistake("x0^ is divided by sqrt(alphaBar_t)") { x, eps, now, earlier in
      leapt(x, eps, now, earlier, shrunk: 1)
    },
    leap.mistake("the data comes back with sqrt(alphaBar_s), the earlier one") {
      x, eps, now, earlier in leapt(x, eps, now, earlier, signal: now.squareRoot())
    },
    leap.mistake("the noise goes back with sqrt(1 - alphaBar_s), the earlier one") {
      x, eps, now, earlier in leapt(x, eps, now, earlier, noise: (1 - now).squareRoot())
    },
    leap.mistake("that is x0^, the guess of the data: now put the noise back, less of it") {
      x, eps, now, earlier in leapt(x, eps, now, earlier, signal: 1, noise: 0)
    },
    leap.mistake("the noise is missing in x_s: + sqrt(1 - alphaBar_s) eps^") {
      x, eps, now, earlier in leapt(x, eps, now, earlier, noise: 0)
    },
    leap.mistake("the two alphaBars are exchanged: x is at the later time") {
      x, eps, now, earlier in leapt(x, eps, earlier, now)
    },
    leap.mistake("take the roots: alphaBar is a share of the variance") { x, eps, now, earlier in
      zip(x, eps).map { earlier * ($0 - (1 - now) * $1) / now + (1 - earlier) * $1 }
    },
  ]

  // MARK: - The functions

  private static let step = Function("reverseStep(_:t:predictedNoise:betas:alphaBars:noise:)") {
    (x: [Float], t: Int, eps: [Float], betas: [Float], bars: [Float], z: [Float]) -> [Float] in
    Backstep(x, t, eps, betas, bars, z).taken()
  }

  private static let leap = Function("ddimStep(_:predictedNoise:alphaBar:earlierAlphaBar:)") {
    (x: [Float], eps: [Float], now: Float, earlier: Float) -> [Float] in
    leapt(x, eps, now, earlier)
  }

  /// A step back and the numbers of its time.
  private struct Backstep {
    let t: Int
    let x, eps, z: [Float]
    let beta, now, earlier: Float

    init(
      _ x: [Float], _ t: Int, _ eps: [Float], _ betas: [Float], _ bars: [Float], _ z: [Float]
    ) {
      (self.x, self.t, self.eps, self.z) = (x, t, eps, z)
      (beta, now, earlier) = (betas[t - 1], bars[t - 1], t > 1 ? bars[t - 2] : 1)
    }

    var sigma: Float { (beta * (1 - earlier) / (1 - now)).squareRoot() }

    /// The step, with some of the ways to get it wrong.
    func taken(
      share: (Backstep) -> Float = { $0.beta / (1 - $0.now).squareRoot() },
      shrunk: (Backstep) -> Float = { (1 - $0.beta).squareRoot() },
      sigma: (Backstep) -> Float = { $0.sigma }
    ) -> [Float] {
      let (share, shrunk, sigma) = (share(self), shrunk(self), sigma(self))
      return x.indices.map { (x[$0] - share * eps[$0]) / shrunk + sigma * z[$0] }
    }
  }

  private static func leapt(
    _ x: [Float], _ eps: [Float], _ now: Float, _ earlier: Float, shrunk: Float? = nil,
    signal: Float? = nil, noise: Float? = nil
  ) -> [Float] {
    let shrunk = shrunk ?? now.squareRoot()
    let signal = signal ?? earlier.squareRoot()
    let noise = noise ?? (1 - earlier).squareRoot()
    return zip(x, eps).map { x, eps in
      signal * (x - (1 - now).squareRoot() * eps) / shrunk + noise * eps
    }
  }

  // MARK: - Questions

  private static func ask(
    _ judge: Judge, _ x: [Float], _ t: Int, _ eps: [Float], _ betas: [Float], _ z: [Float]
  ) {
    var left: Float = 1
    let bars = betas.map { beta in
      left *= 1 - beta
      return left
    }
    judge.ask(step, x, t, eps, betas, bars, z)
  }

  private static func askRandomly(_ judge: Judge, steps: ClosedRange<Int>) {
    let count = judge.generator.count(2...6)
    let t = judge.generator.count(steps)
    let betas = judge.generator.floats(t + judge.generator.count(0...2), in: 0.1...0.4)
    ask(
      judge, judge.generator.floats(count, in: -2...2), t, judge.generator.floats(count), betas,
      judge.generator.floats(count))
  }
}
