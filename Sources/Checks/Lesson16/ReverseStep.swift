import ExerciseKit

extension Checks16 {
  /// What 16.4 gets for a step back.
  public struct Backstep: Sendable {
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

  /// The two halves of exercise 16.4.
  public struct ReverseStepAnswer: Sendable {
    /// reverseStep with all its arguments, in their order.
    public typealias Step =
      @Sendable (
        _ x: [Float], _ t: Int, _ eps: [Float], _ betas: [Float], _ alphaBars: [Float],
        _ z: [Float]
      ) -> [Float]
    /// ddimStep with all its arguments, in their order.
    public typealias Leap =
      @Sendable (_ x: [Float], _ eps: [Float], _ now: Float, _ earlier: Float) -> [Float]

    let step: Step
    let leap: Leap

    /// reverseStep(_:t:...) and ddimStep(_:predictedNoise:...).
    public init(step: @escaping Step, leap: @escaping Leap) {
      self.step = step
      self.leap = leap
    }
  }

  /// Exercise 16.4.
  public static let reverseStep = Check<ReverseStepAnswer>(
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
      Mistake(
        "at t = 1 there is no alphaBar_0 in the list: it is 1", trapsSaying: "Index out of range",
        ReverseStepAnswer(
          step: { x, t, eps, betas, bars, z in
            var b = Backstep(x, t, eps, betas, z)
            b.alphaBars = bars
            let sigma = (b.beta * (1 - bars[t - 2]) / (1 - b.now)).squareRoot()
            return back(b, sigma: sigma)
          }, leap: rightLeap)),
      leapMistake("x0^ is divided by sqrt(alphaBar_t)") { x, eps, now, earlier in
        leap(x, eps, now, earlier, growth: 1)
      },
      leapMistake("the data comes back with sqrt(alphaBar_s), the earlier one") {
        x, eps, now, earlier in leap(x, eps, now, earlier, signal: now.squareRoot())
      },
      leapMistake("the noise goes back with sqrt(1 - alphaBar_s), the earlier one") {
        x, eps, now, earlier in leap(x, eps, now, earlier, noise: (1 - now).squareRoot())
      },
      leapMistake("that is x0^, the guess of the data: now put the noise back, less of it") {
        x, eps, now, earlier in leap(x, eps, now, earlier, signal: 1, noise: 0)
      },
      leapMistake("the noise is missing in x_s: + sqrt(1 - alphaBar_s) eps^") {
        x, eps, now, earlier in leap(x, eps, now, earlier, noise: 0)
      },
      leapMistake("the two alphaBars are exchanged: x is at the later time") {
        x, eps, now, earlier in rightLeap(x, eps, earlier, now)
      },
    ])

  private static func stepMistake(
    _ likely: Text, _ step: @escaping @Sendable (Backstep) -> [Float]
  ) -> Mistake<ReverseStepAnswer> {
    Mistake(
      likely,
      ReverseStepAnswer(
        step: { x, t, eps, betas, _, z in step(Backstep(x, t, eps, betas, z)) }, leap: rightLeap))
  }

  private static func leapMistake(
    _ likely: Text, _ leap: @escaping ReverseStepAnswer.Leap
  ) -> Mistake<ReverseStepAnswer> {
    Mistake(
      likely,
      ReverseStepAnswer(
        step: { x, t, eps, betas, _, z in back(Backstep(x, t, eps, betas, z)) }, leap: leap))
  }

  @Sendable private static func lastSteps(_ judge: Judge<ReverseStepAnswer>) {
    ask(judge, Backstep([1], 1, [0.5], [0.36, 0.4375], [7]))
    ask(judge, Backstep([2, -1.5], 1, [1.25, -0.5], [0.19], [3, -2]))
  }

  @Sendable private static func noisySteps(_ judge: Judge<ReverseStepAnswer>) {
    ask(judge, Backstep([1], 2, [0.5], [0.36, 0.4375], [2]))
    ask(judge, Backstep([2, -1, 0.5], 3, [1, -2, 0.25], [0.1, 0.2, 0.3, 0.4], [-1, 2, 1.5]))
    ask(judge, Backstep([], 2, [], [0.1, 0.2], []))
    let (x, eps) = (judge.generator.floats(4, in: -2...2), judge.generator.floats(4))
    ask(judge, Backstep(x, 4, eps, [0.15, 0.25, 0.1, 0.35], judge.generator.floats(4)))
  }

  @Sendable private static func leaps(_ judge: Judge<ReverseStepAnswer>) {
    askLeap(judge, [1], [0.5], 0.36, 0.64)
    askLeap(judge, [2, -1.5, 0.25], [-0.5, 1, 2], 0.2, 0.7)
    askLeap(judge, [1, -2], [0.25, 0.5], 0.81, 1)
    askLeap(judge, judge.generator.floats(5, in: -2...2), judge.generator.floats(5), 0.1, 0.35)
  }

  private static func ask(_ judge: Judge<ReverseStepAnswer>, _ b: Backstep) {
    judge.ask(
      """
      reverseStep(\(b.x), t: \(b.t), predictedNoise: \(b.eps), betas: \(b.betas), \
      alphaBars: \(b.alphaBars), noise: \(b.z))
      """,
      expect: back(b)
    ) { $0.step(b.x, b.t, b.eps, b.betas, b.alphaBars, b.z) }
  }

  private static func askLeap(
    _ judge: Judge<ReverseStepAnswer>, _ x: [Float], _ eps: [Float], _ now: Float,
    _ earlier: Float
  ) {
    judge.ask(
      """
      ddimStep(\(x), predictedNoise: \(eps), alphaBar: \(now), earlierAlphaBar: \(earlier))
      """,
      expect: rightLeap(x, eps, now, earlier)
    ) { $0.leap(x, eps, now, earlier) }
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
