import ExerciseKit

extension Checks16 {
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
      Part("in one jump", points: 2) { judge in
        judge.ask(jump, [2, -1], 0.64, [0.5, 1])
        judge.ask(jump, [3], 0.25, [-2])
        judge.ask(jump, [1.5, -2], 1, [4, 5])
        judge.ask(jump, [1.5, -2], 0, [4, 5])
        judge.ask(jump, [], 0.5, [])
        let count = judge.generator.count(2...8)
        let clean = judge.generator.floats(count, in: -2...2)
        let left = Float.random(in: 0.1...0.9, using: &judge.generator)
        judge.ask(jump, clean, left, judge.generator.floats(count))
      },
      Part("step by step", points: 2) { judge in
        judge.ask(walk, 2, [0.5, 0.2])
        judge.ask(walk, -3, [0.36])
        judge.ask(walk, 4, [0.1, 0.2, 0.3, 0.4])
        judge.ask(walk, -1.5, [])
        let betas = judge.generator.floats(judge.generator.count(2...9), in: 0.02...0.4)
        judge.ask(walk, Float.random(in: 1...3, using: &judge.generator), betas)
        judge.ask(walk, 2, [0.5, 1, 0.25, 0])
      },
    ],
    mistakes: [
      jump.mistake("both factors are square roots: alphaBar is a share of the variance") {
        clean, left, noise in mixed(clean, left, noise, 1 - left)
      },
      jump.mistake("the noise is multiplied by the root of 1 - alphaBar") { clean, left, noise in
        mixed(clean, left.squareRoot(), noise, 1 - left)
      },
      jump.mistake("the data is multiplied by the root of alphaBar") { clean, left, noise in
        mixed(clean, left, noise, (1 - left).squareRoot())
      },
      jump.mistake("the squares of the two factors add up to 1, not the factors themselves") {
        clean, left, noise in mixed(clean, left.squareRoot(), noise, 1 - left.squareRoot())
      },
      jump.mistake("data and noise are exchanged: alphaBar belongs to the data") {
        clean, left, noise in
        mixed(noise, left.squareRoot(), clean, (1 - left).squareRoot())
      },
      jump.mistake("the data shrinks too: it is multiplied by the root of alphaBar") {
        clean, left, noise in mixed(clean, 1, noise, (1 - left).squareRoot())
      },
      walk.mistake("a step shrinks the old noise too: the variance is multiplied by 1 - beta first")
      {
        walked($0, $1, variance: { $0 + $1 })
      },
      walk.mistake("the mean is multiplied by the root of 1 - beta") {
        walked($0, $1, mean: { $0 * (1 - $1) })
      },
      walk.mistake("the variance is multiplied by 1 - beta, the square of what x is multiplied by")
      {
        walked($0, $1, variance: { $0 * (1 - $1).squareRoot() + $1 })
      },
      walk.mistake("that is the standard deviation: the variance is wanted") {
        let (mean, variance) = walked($0, $1)
        return (mean, variance.squareRoot())
      },
      walk.mistake("at the beginning x is exactly clean: its variance is 0") {
        walked($0, $1, from: 1)
      },
      walk.mistake("beta is a variance already: yours adds its square") {
        walked($0, $1, variance: { $0 * (1 - $1) + $1 * $1 })
      },
      walk.mistake("the noise comes after the shrinking: yours shrinks it in the same step") {
        walked($0, $1, variance: { ($0 + $1) * (1 - $1) })
      },
    ])

  // MARK: - The functions

  private static let jump = Function("noised(_:alphaBar:noise:)") {
    (clean: [Float], left: Float, noise: [Float]) -> [Float] in
    mixed(clean, left.squareRoot(), noise, (1 - left).squareRoot())
  }

  private static let walk = Function("distribution(of:after:)") {
    (clean: Float, betas: [Float]) in walked(clean, betas)
  }

  private static func mixed(
    _ clean: [Float], _ signal: Float, _ noise: [Float], _ amount: Float
  ) -> [Float] {
    zip(clean, noise).map { signal * $0 + amount * $1 }
  }

  private static func walked(
    _ clean: Float, _ betas: [Float], from variance: Float = 0,
    mean nextMean: (_ mean: Float, _ beta: Float) -> Float = { $0 * (1 - $1).squareRoot() },
    variance nextVariance: (_ variance: Float, _ beta: Float) -> Float = { $0 * (1 - $1) + $1 }
  ) -> (mean: Float, variance: Float) {
    (betas.reduce(clean, nextMean), betas.reduce(variance, nextVariance))
  }
}
