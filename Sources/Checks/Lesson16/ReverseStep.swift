import ExerciseKit

extension Checks16 {
  /// What 16.4 gets for a step back.
  private struct Backstep: Sendable {
    var x: [Float]
    var t: Int
    var eps: [Float]
    var betas: [Float]
    var alphaBars: [Float]
    var z: [Float]

    /// From the noise of each step.
    init(_ x: [Float], _ t: Int, _ eps: [Float], _ betas: [Float], _ z: [Float]) {
      (self.x, self.t, self.eps, self.betas, self.z) = (x, t, eps, betas, z)
      var left: Float = 1
      alphaBars = betas.map {
        left *= 1 - $0
        return left
      }
    }

    var beta: Float { betas[t - 1] }
    var now: Float { alphaBars[t - 1] }
    var earlier: Float { t > 1 ? alphaBars[t - 2] : 1 }
    var sigma: Float { (beta * (1 - earlier) / (1 - now)).squareRoot() }
  }

  /// Exercise 16.4.
  static let reverseStep = Check(
    "16.4", "One step back", difficulty: 3, minutes: 30,
    file: "ReverseStep.swift", chapter: chapter, section: "One step back",
    hints: [
      "First three numbers for the whole step: beta_t, alphaBar_t and alphaBar_{t-1}.",
      "alphaBar_{t-1} is 1 when t is 1; otherwise it stands at index t - 2.",
      "sigma is a square root. With alphaBar_0 = 1 it is 0 at t = 1 by itself.",
      "For DDIM first write x0^ into a constant of its own, then the second line of the formula.",
    ],
    parts: [
      Part("the last step, without noise", points: 1, lastSteps),
      Part("a step with fresh noise", points: 2, noisySteps),
      Part("DDIM", points: 2, leaps),
    ],
    mistakes: [
      stepMistake(
        "yours takes all the noise away at once: only beta_t / sqrt(1 - alphaBar_t) of it"
      ) {
        back($0, share: (1 - $0.now).squareRoot())
      },
      stepMistake("below the line stands a root: beta_t / sqrt(1 - alphaBar_t)") {
        back($0, share: $0.beta / (1 - $0.now))
      },
      stepMistake("the noise is taken away, not added: minus") {
        back($0, share: -$0.beta / (1 - $0.now).squareRoot())
      },
      stepMistake("the shrinking is not undone: divide by sqrt(1 - beta_t)") {
        back($0, growth: 1)
      },
      stepMistake("undoing the shrinking is dividing by sqrt(1 - beta_t), not multiplying") {
        back($0, growth: (1 - $0.beta).squareRoot())
      },
      stepMistake("divide by sqrt(1 - beta_t), the shrinking of one step, not by sqrt(alphaBar_t)")
      {
        back($0, growth: 1 / $0.now.squareRoot())
      },
      stepMistake("that sigma^2 is beta_t: another choice, but here it is smaller, and 0 at t = 1")
      {
        back($0, sigma: $0.beta.squareRoot())
      },
      stepMistake("sigma is the root of that: yours adds sigma^2 z") {
        back($0, sigma: $0.sigma * $0.sigma)
      },
      stepMistake("the two alphaBars of sigma^2 are exchanged: 1 - alphaBar_{t-1} is above") {
        back($0, sigma: ($0.beta * (1 - $0.now) / max(1 - $0.earlier, 1e-6)).squareRoot())
      },
      stepMistake("no fresh noise was added: + sigma z") { back($0, sigma: 0) },
      stepBack.mistake("at t = 1 there is no alphaBar_0 in the list: it is 1") {
        x, t, eps, betas, _, z in
        if t == 1 { throw Trap("Index out of range") }
        return back(Backstep(x, t, eps, betas, z))
      },
      leapBack.mistake("x0^ is divided by sqrt(alphaBar_t)") { x, eps, now, earlier in
        leap(x, eps, now, earlier, growth: 1)
      },
      leapBack.mistake("the data comes back with sqrt(alphaBar_s), the earlier one") {
        x, eps, now, earlier in leap(x, eps, now, earlier, signal: now.squareRoot())
      },
      leapBack.mistake("the noise goes back with sqrt(1 - alphaBar_s), the earlier one") {
        x, eps, now, earlier in leap(x, eps, now, earlier, noise: (1 - now).squareRoot())
      },
      leapBack.mistake("that is x0^, the guess of the data: now put the noise back, less of it") {
        x, eps, now, earlier in leap(x, eps, now, earlier, signal: 1, noise: 0)
      },
      leapBack.mistake("the noise is missing in x_s: + sqrt(1 - alphaBar_s) eps^") {
        x, eps, now, earlier in leap(x, eps, now, earlier, noise: 0)
      },
      leapBack.mistake("the two alphaBars are exchanged: x is at the later time") {
        x, eps, now, earlier in rightLeap(x, eps, earlier, now)
      },
    ])

  private static let stepBack = Function(
    "reverseStep(_:t:predictedNoise:betas:alphaBars:noise:)"
  ) {
    (x: [Float], t: Int, eps: [Float], betas: [Float], _: [Float], z: [Float]) in
    back(Backstep(x, t, eps, betas, z))
  }

  private static let leapBack = Function(
    "ddimStep(_:predictedNoise:alphaBar:earlierAlphaBar:)", rightLeap)

  private static func ask(_ judge: Judge, _ b: Backstep) {
    judge.ask(stepBack, b.x, b.t, b.eps, b.betas, b.alphaBars, b.z)
  }

  private static func stepMistake(
    _ likely: Text, _ step: @escaping @Sendable (Backstep) -> [Float]
  ) -> Mistake {
    stepBack.mistake(likely) { x, t, eps, betas, _, z in step(Backstep(x, t, eps, betas, z)) }
  }

  @Sendable private static func lastSteps(_ judge: Judge) {
    ask(judge, Backstep([1], 1, [0.5], [0.36, 0.4375], [7]))
    ask(judge, Backstep([2, -1.5], 1, [1.25, -0.5], [0.19], [3, -2]))
    let eps = judge.generator.floats(3)
    ask(judge, Backstep(judge.generator.floats(3, in: -2...2), 1, eps, [0.3, 0.2], [1, -2, 3]))
  }

  @Sendable private static func noisySteps(_ judge: Judge) {
    ask(judge, Backstep([1], 2, [0.5], [0.36, 0.4375], [2]))
    ask(judge, Backstep([2, -1, 0.5], 3, [1, -2, 0.25], [0.1, 0.2, 0.3, 0.4], [-1, 2, 1.5]))
    ask(judge, Backstep([], 2, [], [0.1, 0.2], []))
    let (x, eps) = (judge.generator.floats(4, in: -2...2), judge.generator.floats(4))
    ask(judge, Backstep(x, 4, eps, [0.15, 0.25, 0.1, 0.35], judge.generator.floats(4)))
  }

  @Sendable private static func leaps(_ judge: Judge) {
    judge.ask(leapBack, [1], [0.5], 0.36, 0.64)
    judge.ask(leapBack, [2, -1.5, 0.25], [-0.5, 1, 2], 0.2, 0.7)
    judge.ask(leapBack, [1, -2], [0.25, 0.5], 0.81, 1)
    judge.ask(leapBack, judge.generator.floats(5, in: -2...2), judge.generator.floats(5), 0.1, 0.35)
  }

  /// A step back, with some of the ways to get it wrong.
  private static func back(
    _ b: Backstep, share: Float? = nil, growth: Float? = nil, sigma: Float? = nil
  ) -> [Float] {
    let share = share ?? b.beta / (1 - b.now).squareRoot()
    let growth = growth ?? 1 / (1 - b.beta).squareRoot()
    let sigma = sigma ?? b.sigma
    return b.x.indices.map { (b.x[$0] - share * b.eps[$0]) * growth + sigma * b.z[$0] }
  }

  @Sendable private static func rightLeap(
    _ x: [Float], _ eps: [Float], _ now: Float, _ earlier: Float
  ) -> [Float] {
    leap(x, eps, now, earlier)
  }

  private static func leap(
    _ x: [Float], _ eps: [Float], _ now: Float, _ earlier: Float, growth: Float? = nil,
    signal: Float? = nil, noise: Float? = nil
  ) -> [Float] {
    let growth = growth ?? 1 / now.squareRoot()
    let signal = signal ?? earlier.squareRoot()
    let noise = noise ?? (1 - earlier).squareRoot()
    return zip(x, eps).map { x, eps in
      signal * (x - (1 - now).squareRoot() * eps) * growth + noise * eps
    }
  }
}
