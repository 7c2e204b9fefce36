import ExerciseKit
import Foundation

extension Checks15 {
  /// A slope of one player's loss at two numbers.
  private typealias Slope = Callback<Float, Float, Float>
  /// The two time lines of 15.4.
  private typealias TimeLines = (theta: [Float], psi: [Float])
  /// Exercise 15.4.
  static let alternation = Check(
    "15.4", "Alternate steps", difficulty: 2, minutes: 25,
    file: "AlternateSteps.swift", chapter: "15-gan.md", section: "Alternate steps",
    hints: [
      "Two numbers that change, and two lists that begin with them as they are before round one.",
      "A loop of rounds; in it a loop of discriminator steps, and after that one generator step.",
      "Ask for each gradient just before its step, with the numbers as they are at that moment.",
    ],
    parts: [
      Part("one step each", points: 2, oneEach),
      Part("several steps of the discriminator", points: 2, several),
    ],
    mistakes: [
      alternateSteps.mistake(
        "both step at once: the generator has to see the discriminator's new number"
      ) {
        play($0, $1, $2, $3, $4, $5, $6, .atOnce)
      },
      alternateSteps.mistake("the generator moves first; a round begins with the discriminator") {
        play($0, $1, $2, $3, $4, $5, $6, .generatorFirst)
      },
      alternateSteps.mistake("the sign: both walk down, so the gradient is subtracted") {
        play($0, $1, -$2, $3, $4, $5, $6)
      },
      alternateSteps.mistake(
        "the discriminator climbs: it walks down its own loss, like the generator"
      ) {
        theta, psi, rate, rounds, steps, discriminator, generator in
        play(
          theta, psi, rate, rounds, steps, Slope("") { -discriminator($0, $1) }, generator)
      },
      alternateSteps.mistake(
        "the generator takes as many steps as the discriminator; it has one a round"
      ) {
        play($0, $1, $2, $3, $4, $5, $6, .generatorAsOften)
      },
      alternateSteps.mistake(
        "the discriminator takes one step only: discriminatorSteps of them make a round"
      ) {
        play($0, $1, $2, $3, 1, $5, $6)
      },
      alternateSteps.mistake(
        "every step needs a new gradient; yours uses that of the round's beginning"
      ) {
        play($0, $1, $2, $3, $4, $5, $6, .staleGradient)
      },
      alternateSteps.mistake("the numbers before the first round belong to the lines too") {
        let lines = play($0, $1, $2, $3, $4, $5, $6)
        return (Array(lines.theta.dropFirst()), Array(lines.psi.dropFirst()))
      },
      alternateSteps.mistake("the learning rate is missing in the generator's step") {
        theta, psi, rate, rounds, steps, discriminator, generator in
        play(
          theta, psi, rate, rounds, steps, discriminator, Slope("") { generator($0, $1) / rate })
      },
    ])

  private static let alternateSteps = Function(
    """
    alternateSteps(theta:psi:learningRate:rounds:discriminatorSteps:\
    discriminatorGradient:generatorGradient:)
    """
  ) { play($0, $1, $2, $3, $4, $5, $6) }

  /// The ways to take turns, the right one first.
  private enum Turns {
    case right, atOnce, generatorFirst, generatorAsOften, staleGradient
  }

  /// A game by its slopes, and how they are written in Swift.
  private struct Game {
    let discriminator: Slope
    let generator: Slope
  }

  /// The Dirac-GAN near its end.
  private static var product: Game {
    Game(
      discriminator: Slope("{ theta, psi in -theta }") { theta, _ in -theta },
      generator: Slope("{ theta, psi in psi }") { _, psi in psi })
  }

  /// The discriminator follows theta with friction: the steps of a round differ.
  private static var friction: Game {
    Game(
      discriminator: Slope("{ theta, psi in psi - theta }") { theta, psi in psi - theta },
      generator: Slope("{ theta, psi in psi + 0.5 * theta }") { theta, psi in psi + 0.5 * theta })
  }

  /// The Dirac-GAN with the non-saturating loss.
  private static var dirac: Game {
    Game(
      discriminator: Slope("{ theta, psi in theta / (1 + exp(-theta * psi)) }") { theta, psi in
        theta / (1 + exp(-theta * psi))
      },
      generator: Slope("{ theta, psi in -psi / (1 + exp(theta * psi)) }") { theta, psi in
        -psi / (1 + exp(theta * psi))
      })
  }

  @Sendable private static func oneEach(_ judge: Judge) {
    ask(judge, product, 1, 0, 0.5, rounds: 2, steps: 1)
    ask(judge, friction, 2, -1, 0.25, rounds: 3, steps: 1)
    ask(judge, dirac, 1.5, 0.5, 0.4, rounds: 4, steps: 1)
    ask(judge, product, 3, 4, 0.1, rounds: 0, steps: 1)
    let start = judge.generator.floats(2, in: 0.5...2)
    ask(judge, friction, -start[0], start[1], 0.2, rounds: 5, steps: 1)
  }

  @Sendable private static func several(_ judge: Judge) {
    ask(judge, friction, 1, 0.5, 0.25, rounds: 2, steps: 3)
    ask(judge, dirac, -1, 0.75, 0.5, rounds: 3, steps: 2)
    let start = judge.generator.floats(2, in: 0.5...2)
    ask(judge, friction, start[0], -start[1], 0.3, rounds: 4, steps: 2)
  }

  private static func ask(
    _ judge: Judge, _ game: Game, _ theta: Float, _ psi: Float, _ rate: Float,
    rounds: Int, steps: Int
  ) {
    judge.ask(
      alternateSteps, theta, psi, rate, rounds, steps, game.discriminator, game.generator)
  }

  private static func play(
    _ theta: Float, _ psi: Float, _ rate: Float, _ rounds: Int, _ steps: Int,
    _ discriminator: Slope, _ generator: Slope, _ turns: Turns = .right
  ) -> TimeLines {
    var lines: TimeLines = ([theta], [psi])
    var (theta, psi) = (theta, psi)
    for _ in 0..<rounds {
      let (oldTheta, oldPsi) = (theta, psi)
      if turns == .generatorFirst { theta -= rate * generator(theta, psi) }
      for _ in 0..<steps {
        psi -= rate * discriminator(theta, turns == .staleGradient ? oldPsi : psi)
      }
      switch turns {
      case .right, .staleGradient: theta -= rate * generator(theta, psi)
      case .atOnce: theta -= rate * generator(oldTheta, oldPsi)
      case .generatorFirst: break
      case .generatorAsOften: for _ in 0..<steps { theta -= rate * generator(theta, psi) }
      }
      lines.theta.append(theta)
      lines.psi.append(psi)
    }
    return lines
  }
}
