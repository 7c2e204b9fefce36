import ExerciseKit

extension Checks16 {
  /// Mean and variance of x after some steps.
  private typealias Moments = (mean: Float, variance: Float)

  /// Exercise 16.2.
  static let forwardJump = Check(
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
      noised.mistake("both factors are square roots: alphaBar is a share of the variance") {
        clean, left, noise in mixed(clean, left, noise, 1 - left)
      },
      noised.mistake("the noise is multiplied by the root of 1 - alphaBar") { clean, left, noise in
        mixed(clean, left.squareRoot(), noise, 1 - left)
      },
      noised.mistake("the data is multiplied by the root of alphaBar") { clean, left, noise in
        mixed(clean, left, noise, (1 - left).squareRoot())
      },
      noised.mistake("the squares of the two factors add up to 1, not the factors themselves") {
        clean, left, noise in
        mixed(clean, left.squareRoot(), noise, 1 - left.squareRoot())
      },
      noised.mistake("data and noise are exchanged: alphaBar belongs to the data") {
        clean, left, noise in rightJump(noise, left, clean)
      },
      noised.mistake("the data shrinks too: it is multiplied by the root of alphaBar") {
        clean, left, noise in mixed(clean, 1, noise, (1 - left).squareRoot())
      },
      distribution.mistake(
        "a step shrinks the old noise too: the variance is multiplied by 1 - beta first"
      ) {
        clean, betas in (rightSteps(clean, betas).mean, betas.reduce(0, +))
      },
      distribution.mistake("the mean is multiplied by the root of 1 - beta") { clean, betas in
        (
          betas.reduce(clean) { $0 * (1 - $1) }, rightSteps(clean, betas).variance
        )
      },
      distribution.mistake(
        "the variance is multiplied by 1 - beta, the square of what x is multiplied by"
      ) {
        clean, betas in
        (
          rightSteps(clean, betas).mean,
          betas.reduce(0) { $0 * (1 - $1).squareRoot() + $1 }
        )
      },
      distribution.mistake("that is the standard deviation: the variance is wanted") {
        clean, betas in
        let moments = rightSteps(clean, betas)
        return (moments.mean, moments.variance.squareRoot())
      },
      distribution.mistake("at the beginning x is exactly clean: its variance is 0") {
        clean, betas in
        (
          rightSteps(clean, betas).mean, betas.reduce(1) { $0 * (1 - $1) + $1 }
        )
      },
    ])

  private static let noised = Function("noised(_:alphaBar:noise:)", rightJump)
  private static let distribution = Function("distribution(of:after:)", rightSteps)

  @Sendable private static func jumps(_ judge: Judge) {
    judge.ask(noised, [2, -1], 0.64, [0.5, 1])
    judge.ask(noised, [3], 0.25, [-2])
    judge.ask(noised, [1.5, -2], 1, [4, 5])
    judge.ask(noised, [1.5, -2], 0, [4, 5])
    judge.ask(noised, [], 0.5, [])
    judge.ask(noised, judge.generator.floats(5, in: -2...2), 0.3, judge.generator.floats(5))
  }

  @Sendable private static func walks(_ judge: Judge) {
    judge.ask(distribution, 2, [0.5, 0.2])
    judge.ask(distribution, -3, [0.36])
    judge.ask(distribution, 4, [0.1, 0.2, 0.3, 0.4])
    judge.ask(distribution, -1.5, [])
    judge.ask(distribution, 2.5, judge.generator.floats(7, in: 0.02...0.4))
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
