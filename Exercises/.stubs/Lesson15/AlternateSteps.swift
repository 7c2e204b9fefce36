import ExerciseKit

/// Exercise 15.4 - Alternate steps.                                    ** 25 minutes
///
/// A game of two players with one number each: theta of the generator, psi of the discriminator. A
/// round is `discriminatorSteps` steps of the discriminator and then one step of the generator.
/// Each player walks down its own loss, and every step takes the gradient at the numbers as they
/// are now:
///
///     psi   <- psi   - h discriminatorGradient(theta, psi)        discriminatorSteps times
///     theta <- theta - h generatorGradient(theta, psi)            once
///
/// Note both numbers before the first round and after each round.
///
///     alternateSteps(
///       theta: 1, psi: 0, learningRate: 0.5, rounds: 2, discriminatorSteps: 1,
///       discriminatorGradient: { theta, psi in theta }, generatorGradient: { theta, psi in -psi })
///     // theta [1, 0.75, 0.3125], psi [0, -0.5, -0.875]
///
/// - Parameters:
///   - theta: the generator's number at the beginning.
///   - psi: the discriminator's.
///   - learningRate: h, the same for both.
///   - rounds: how many, 0 or more.
///   - discriminatorSteps: the discriminator's steps in a round, at least 1.
///   - discriminatorGradient: the slope of the discriminator's loss by psi.
///   - generatorGradient: the slope of the generator's loss by theta.
/// - Returns: the two time lines, each of `rounds + 1` numbers.
public func alternateSteps(
  theta: Float, psi: Float, learningRate: Float, rounds: Int, discriminatorSteps: Int,
  discriminatorGradient: (_ theta: Float, _ psi: Float) -> Float,
  generatorGradient: (_ theta: Float, _ psi: Float) -> Float
) -> (theta: [Float], psi: [Float]) {
  todo()
}
