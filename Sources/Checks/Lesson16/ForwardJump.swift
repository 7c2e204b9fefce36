import ExerciseKit

extension Checks16 {
  /// Mean and variance of x after some steps.
  public typealias Moments = (mean: Float, variance: Float)

  /// The two halves of exercise 16.2.
  public struct ForwardJumpAnswer: Sendable {
    /// noised(_:alphaBar:noise:), its arguments in their order.
    public typealias Jump =
      @Sendable (_ clean: [Float], _ alphaBar: Float, _ noise: [Float]) -> [Float]
    /// distribution(of:after:), its arguments in their order.
    public typealias Steps = @Sendable (_ clean: Float, _ betas: [Float]) -> Moments

    let jump: Jump
    let steps: Steps

    /// noised(_:alphaBar:noise:) and distribution(of:after:).
    public init(jump: @escaping Jump, steps: @escaping Steps) {
      self.jump = jump
      self.steps = steps
    }
  }

  /// Exercise 16.2.
  public static let forwardJump = Check<ForwardJumpAnswer>(
    "16.2", "From x_0 to x_t", difficulty: 2, minutes: 20,
    file: "ForwardJump.swift", chapter: chapter, section: "In one jump",
    hints: [
      "alphaBar is a share of the variance. By what does a number shrink when its variance does?",
      "In the second half two numbers change at every step: the mean, from clean, and the variance, from 0.",
      """
      Multiplying x by c multiplies the variance by c^2; adding independent noise adds the noise's \
      variance and leaves the mean alone.
      """,
    ],
    parts: [
      Part("in one jump", points: 2, jumps),
      Part("step by step", points: 2, walks),
    ],
    mistakes: [
      jumpMistake("both factors are square roots: alphaBar is a share of the variance") {
        clean, left, noise in mixed(clean, left, noise, 1 - left)
      },
      jumpMistake("the noise is multiplied by the root of 1 - alphaBar") { clean, left, noise in
        mixed(clean, left.squareRoot(), noise, 1 - left)
      },
      jumpMistake("the data is multiplied by the root of alphaBar") { clean, left, noise in
        mixed(clean, left, noise, (1 - left).squareRoot())
      },
      jumpMistake("the squares of the two factors add up to 1, not the factors themselves") {
        clean, left, noise in
        mixed(clean, left.squareRoot(), noise, 1 - left.squareRoot())
      },
      jumpMistake("data and noise are exchanged: alphaBar belongs to the data") {
        clean, left, noise in rightJump(noise, left, clean)
      },
      jumpMistake("the data shrinks too: it is multiplied by the root of alphaBar") {
        clean, left, noise in mixed(clean, 1, noise, (1 - left).squareRoot())
      },
      stepMistake("a step shrinks the old noise too: the variance is multiplied by 1 - beta first")
      {
        clean, betas in (rightSteps(clean, betas).mean, betas.reduce(0, +))
      },
      stepMistake("the mean is multiplied by the root of 1 - beta") { clean, betas in
        (
          betas.reduce(clean) { $0 * (1 - $1) }, rightSteps(clean, betas).variance
        )
      },
      stepMistake("the variance is multiplied by 1 - beta, the square of what x is multiplied by") {
        clean, betas in
        (
          rightSteps(clean, betas).mean,
          betas.reduce(0) { $0 * (1 - $1).squareRoot() + $1 }
        )
      },
      stepMistake("that is the standard deviation: the variance is wanted") { clean, betas in
        let moments = rightSteps(clean, betas)
        return (moments.mean, moments.variance.squareRoot())
      },
      stepMistake("at the beginning x is exactly clean: its variance is 0") { clean, betas in
        (
          rightSteps(clean, betas).mean, betas.reduce(1) { $0 * (1 - $1) + $1 }
        )
      },
    ])

  private static func jumpMistake(
    _ likely: Text, _ jump: @escaping ForwardJumpAnswer.Jump
  ) -> Mistake<ForwardJumpAnswer> {
    Mistake(likely, ForwardJumpAnswer(jump: jump, steps: rightSteps))
  }

  private static func stepMistake(
    _ likely: Text, _ steps: @escaping ForwardJumpAnswer.Steps
  ) -> Mistake<ForwardJumpAnswer> {
    Mistake(likely, ForwardJumpAnswer(jump: rightJump, steps: steps))
  }

  @Sendable private static func jumps(_ judge: Judge<ForwardJumpAnswer>) {
    askJump(judge, [2, -1], 0.64, [0.5, 1])
    askJump(judge, [3], 0.25, [-2])
    askJump(judge, [1.5, -2], 1, [4, 5])
    askJump(judge, [1.5, -2], 0, [4, 5])
    askJump(judge, [], 0.5, [])
    askJump(judge, judge.generator.floats(5, in: -2...2), 0.3, judge.generator.floats(5))
  }

  @Sendable private static func walks(_ judge: Judge<ForwardJumpAnswer>) {
    askSteps(judge, 2, [0.5, 0.2])
    askSteps(judge, -3, [0.36])
    askSteps(judge, 4, [0.1, 0.2, 0.3, 0.4])
    askSteps(judge, -1.5, [])
    askSteps(judge, 2.5, judge.generator.floats(7, in: 0.02...0.4))
  }

  private static func askJump(
    _ judge: Judge<ForwardJumpAnswer>, _ clean: [Float], _ left: Float, _ noise: [Float]
  ) {
    judge.ask(
      "noised(\(clean), alphaBar: \(left), noise: \(noise))", expect: rightJump(clean, left, noise)
    ) { $0.jump(clean, left, noise) }
  }

  private static func askSteps(
    _ judge: Judge<ForwardJumpAnswer>, _ clean: Float, _ betas: [Float]
  ) {
    judge.ask(
      "distribution(of: \(clean), after: \(betas))", expect: rightSteps(clean, betas)
    ) { $0.steps(clean, betas) }
  }

  @Sendable private static func rightJump(
    _ clean: [Float], _ left: Float, _ noise: [Float]
  ) -> [Float] {
    mixed(clean, left.squareRoot(), noise, (1 - left).squareRoot())
  }

  private static func mixed(
    _ clean: [Float], _ signal: Float, _ noise: [Float], _ amount: Float
  ) -> [Float] {
    zip(clean, noise).map { signal * $0 + amount * $1 }
  }

  @Sendable private static func rightSteps(_ clean: Float, _ betas: [Float]) -> Moments {
    var moments: Moments = (clean, 0)
    for beta in betas {
      moments.mean *= (1 - beta).squareRoot()
      moments.variance = (1 - beta) * moments.variance + beta
    }
    return moments
  }
}
