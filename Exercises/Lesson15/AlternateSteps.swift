import ExerciseKit
import Foundation

/// Exercise 15.4 - Alternate steps, first half.                       *** 40 minutes
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

/// Exercise 15.4 - Alternate steps, second half.
///
/// What if both move at the same time? And what brings them to rest? The game is the smallest GAN
/// there is: all real numbers are 0, the generator always forges theta, and the logit of the
/// discriminator at x is psi x. The losses are those of the lesson:
///
///     discriminator    softplus(-real logit) + softplus(forged logit) + R1
///     generator        softplus(-forged logit)
///     R1               penalty / 2 * (slope of the logit, by x, at the real numbers)^2
///
/// Derive both slopes. In a round each player walks down its own loss, from the numbers as they
/// were when the round began.
///
///     simultaneousSteps(theta: 1, psi: 0, learningRate: 0.5, rounds: 2, penalty: 0)
///     // theta [1, 1, 0.9297], psi [0, -0.25, -0.4689]
///     simultaneousSteps(theta: 1, psi: 0, learningRate: 0.5, rounds: 2, penalty: 1)
///     // theta [1, 1, 0.9297], psi [0, -0.25, -0.3439]
///
/// Near (0, 0) each round without a penalty leads a little outwards, and with a penalty of 0.5 and
/// a learning rate of 0.2 inwards: the check looks at the distance after 60 rounds.
///
/// - Parameters:
///   - theta: the generator's number at the beginning.
///   - psi: the discriminator's.
///   - learningRate: the same for both.
///   - rounds: how many, 0 or more.
///   - penalty: gamma, 0 or more.
/// - Returns: the two time lines, each of `rounds + 1` numbers.
public func simultaneousSteps(
  theta: Float, psi: Float, learningRate: Float, rounds: Int, penalty: Float
) -> (theta: [Float], psi: [Float]) {
  todo()
}
