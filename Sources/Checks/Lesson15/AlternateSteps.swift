import ExerciseKit
import Foundation

extension Checks15 {
  /// Exercise 15.4.
  static let alternateSteps = Check(
    "15.4", "Alternate steps", difficulty: 3, minutes: 40,
    file: "AlternateSteps.swift", chapter: chapter, section: "Alternate steps",
    hints: [
      "Two numbers that change, and two lists that begin with them as they are before round one.",
      "A loop of rounds; in it a loop of discriminator steps, and after that one generator step.",
      "Ask for each gradient just before its step, with the numbers as they are at that moment.",
      """
      Both at once: write each loss with theta and psi in place of the logits. The forged logit is \
      their product, so each player's slope has the other one's number as a factor.
      """,
      """
      R1: how steep is the line psi x at the real numbers? Half of gamma times the square of that \
      is one more term of one player's loss, and its derivative one more term of that slope.
      """,
    ],
    parts: [
      Part("one step each", points: 1) { judge in
        ask(judge, product, 1, 0, 0.5, rounds: 2, steps: 1)
        ask(judge, friction, 2, -1, 0.25, rounds: 3, steps: 1)
        ask(judge, dirac, 1.5, 0.5, 0.4, rounds: 4, steps: 1)
        askRandomly(judge, steps: 1)
        ask(judge, product, 3, 4, 0.1, rounds: 0, steps: 1)
      },
      Part("several steps of the discriminator", points: 1) { judge in
        ask(judge, friction, 1, 0.5, 0.25, rounds: 2, steps: 3)
        ask(judge, dirac, -1, 0.75, 0.5, rounds: 3, steps: 2)
        askRandomly(judge, steps: judge.generator.count(2...4))
      },
      Part("both at once", points: 1) { judge in askAtOnce(judge) },
      Part("at once, with R1", points: 2) { judge in askWithR1(judge) },
    ],
    mistakes: alternateMistakes + simultaneousMistakes)

  private static let alternateMistakes: [Mistake] = [
    alternate.mistake(
      "both step at once: the generator has to see the discriminator's new number"
    ) { play($0, $1, $2, $3, $4, $5, $6, .atOnce) },
    alternate.mistake("the generator moves first; a round begins with the discriminator") {
      play($0, $1, $2, $3, $4, $5, $6, .generatorFirst)
    },
    alternate.mistake("the sign: both walk down, so the gradient is subtracted") {
      play($0, $1, -$2, $3, $4, $5, $6)
    },
    alternate.mistake("the discriminator climbs: it walks down its own loss, like the generator") {
      theta, psi, rate, rounds, steps, discriminator, generator in
      let climbing = Slope("") { -discriminator($0, $1) }
      return play(theta, psi, rate, rounds, steps, climbing, generator)
    },
    alternate.mistake(
      "the generator takes as many steps as the discriminator; it has one a round"
    ) {
      play($0, $1, $2, $3, $4, $5, $6, .generatorAsOften)
    },
    alternate.mistake(
      "the discriminator takes one step only: discriminatorSteps of them make a round"
    ) { theta, psi, rate, rounds, _, discriminator, generator in
      play(theta, psi, rate, rounds, 1, discriminator, generator)
    },
    alternate.mistake("every step needs a new gradient; yours uses that of the round's beginning") {
      play($0, $1, $2, $3, $4, $5, $6, .staleGradient)
    },
    alternate.mistake("the numbers before the first round belong to the lines too") {
      let (theta, psi) = play($0, $1, $2, $3, $4, $5, $6)
      return (Array(theta.dropFirst()), Array(psi.dropFirst()))
    },
    alternate.mistake("the learning rate is missing in the generator's step") {
      theta, psi, rate, rounds, steps, discriminator, generator in
      let whole = Slope("") { generator($0, $1) / rate }
      return play(theta, psi, rate, rounds, steps, discriminator, whole)
    },
    alternate.mistake("theta and psi are exchanged in what the gradients get: theta comes first") {
      theta, psi, rate, rounds, steps, discriminator, generator in
      play(
        theta, psi, rate, rounds, steps, Slope("") { discriminator($1, $0) },
        Slope("") { generator($1, $0) })
    },
  ]

  // MARK: - The function

  /// A slope of one player's loss at two numbers, theta and psi.
  private typealias Slope = Callback<Float, Float, Float>

  private static let alternate = Function(
    """
    alternateSteps(theta:psi:learningRate:rounds:discriminatorSteps:discriminatorGradient:\
    generatorGradient:)
    """
  ) {
    (
      theta: Float, psi: Float, rate: Float, rounds: Int, steps: Int, discriminator: Slope,
      generator: Slope
    ) in play(theta, psi, rate, rounds, steps, discriminator, generator)
  }

  /// The ways to take turns, the right one first.
  private enum Turns {
    case right, atOnce, generatorFirst, generatorAsOften, staleGradient
  }

  private static func play(
    _ theta: Float, _ psi: Float, _ rate: Float, _ rounds: Int, _ steps: Int,
    _ discriminator: Slope, _ generator: Slope, _ turns: Turns = .right
  ) -> (theta: [Float], psi: [Float]) {
    var lines = (theta: [theta], psi: [psi])
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

  // MARK: - Questions

  /// A game by its slopes.
  private typealias Game = (discriminator: Slope, generator: Slope)

  /// The Dirac-GAN near its end.
  private static var product: Game {
    (
      Slope("{ theta, psi in theta }") { theta, _ in theta },
      Slope("{ theta, psi in -psi }") { _, psi in -psi }
    )
  }

  /// The discriminator follows theta with friction: the steps of a round differ.
  private static var friction: Game {
    (
      Slope("{ theta, psi in psi - theta }") { theta, psi in psi - theta },
      Slope("{ theta, psi in psi + 0.5 * theta }") { theta, psi in psi + 0.5 * theta }
    )
  }

  /// The Dirac-GAN with the non-saturating loss.
  private static var dirac: Game {
    let discriminator = Slope("{ theta, psi in theta / (1 + exp(-theta * psi)) }") { theta, psi in
      let product: Float = theta * psi
      return theta / (1 + exp(-product))
    }
    let generator = Slope("{ theta, psi in -psi / (1 + exp(theta * psi)) }") { theta, psi in
      let product: Float = theta * psi
      return -psi / (1 + exp(product))
    }
    return (discriminator, generator)
  }

  private static func ask(
    _ judge: Judge, _ game: Game, _ theta: Float, _ psi: Float, _ rate: Float, rounds: Int,
    steps: Int
  ) {
    judge.ask(alternate, theta, psi, rate, rounds, steps, game.discriminator, game.generator)
  }

  private static func askRandomly(_ judge: Judge, steps: Int) {
    for game in [friction, dirac] {
      let start = judge.generator.floats(2, in: 0.5...2)
      let rate = Float.random(in: 0.1...0.4, using: &judge.generator)
      let rounds = judge.generator.count(2...6)
      ask(judge, game, start[0], -start[1], rate, rounds: rounds, steps: steps)
    }
  }
}
