import ExerciseKit
import Foundation

/// The last parts of exercise 15.4: both players of the Dirac-GAN move at the same time.
extension Checks15 {
  typealias Lines = (theta: [Float], psi: [Float])

  static let simultaneous = Function(
    "simultaneousSteps(theta:psi:learningRate:rounds:penalty:)",
    reading: { value -> Lines in try value.tuple(of: [Float].self, [Float].self) }
  ) { (theta: Float, psi: Float, rate: Float, rounds: Int, penalty: Float) -> Lines in
    played(Game(theta, psi, rate, rounds, penalty))
  }

  /// What is handed over.
  private struct Game {
    var theta, psi, rate: Float
    let rounds: Int
    var penalty: Float

    init(_ theta: Float, _ psi: Float, _ rate: Float, _ rounds: Int, _ penalty: Float) {
      (self.theta, self.psi, self.rate) = (theta, psi, rate)
      (self.rounds, self.penalty) = (rounds, penalty)
    }
  }

  private typealias Slope = (_ theta: Float, _ psi: Float, _ penalty: Float) -> Float

  /// The game, with whatever somebody may get wrong as a parameter.
  private static func played(
    _ game: Game, inTurn: Bool = false,
    generator: Slope = { theta, psi, _ in -psi * sigmoid(-theta * psi) },
    discriminator: Slope = { $0 * sigmoid($0 * $1) + $2 * $1 }
  ) -> Lines {
    var (theta, psi) = (game.theta, game.psi)
    var lines: Lines = ([theta], [psi])
    for _ in 0..<game.rounds {
      let old = psi
      psi -= game.rate * discriminator(theta, psi, game.penalty)
      theta -= game.rate * generator(theta, inTurn ? psi : old, game.penalty)
      lines.theta.append(theta)
      lines.psi.append(psi)
    }
    return lines
  }

  private static func sigmoid(_ s: Float) -> Float { 1 / (1 + exp(-s)) }

  // MARK: - Questions

  static func askAtOnce(_ judge: Judge) {
    judge.ask(simultaneous, 1, 0.5, 0.5, 1, 0)
    judge.ask(simultaneous, 1, 0, 0.5, 2, 0)
    judge.ask(simultaneous, 1.5, -0.75, 0.4, 4, 0)
    askRandomly(judge, penalty: 0)
    judge.ask(simultaneous, 3, 4, 0.1, 0, 0)
    askTurns(judge, penalty: 0, expect: "a number above 1: the steps lead outwards") { $0 > 1 }
  }

  static func askWithR1(_ judge: Judge) {
    judge.ask(simultaneous, 1, 0.5, 0.5, 1, 0.25)
    judge.ask(simultaneous, 1.5, -0.75, 0.4, 4, 0.5)
    askRandomly(judge, penalty: judge.generator.floats(1, in: 0.2...0.8)[0])
    judge.ask(simultaneous, 0.5, 2, 0.25, 3, 1.5)
    askTurns(judge, penalty: 0.5, expect: "a number below 0.2: the steps lead to the middle") {
      $0 < 0.2
    }
  }

  private static func askRandomly(_ judge: Judge, penalty: Float) {
    for sign: Float in [1, -1] {
      let start = judge.generator.floats(2, in: 0.5...2)
      let rate = Float.random(in: 0.1...0.4, using: &judge.generator)
      judge.ask(
        simultaneous, start[0], sign * start[1], rate, judge.generator.count(2...6), penalty)
    }
  }

  /// How far from (0, 0) they are after many rounds, in units of the distance in the beginning.
  private static func askTurns(
    _ judge: Judge, penalty: Float, expect wanted: Text, where holds: @escaping (Float) -> Bool
  ) {
    let start = judge.generator.floats(2, in: 0.1...0.25)
    judge.ask(
      """
      distance from (0, 0) at the end / at the beginning, \
      simultaneousSteps(theta: \(start[0]), psi: \(start[1]), learningRate: 0.2, rounds: 60, \
      penalty: \(penalty))
      """, expect: wanted, where: holds
    ) { answers -> Float in
      let lines = try answers.call(simultaneous, start[0], start[1], 0.2, 60, penalty)
      guard let theta = lines.theta.last, let psi = lines.psi.last else { return .nan }
      return hypot(theta, psi) / hypot(start[0], start[1])
    }
  }

  // MARK: - Mistakes

  static let simultaneousMistakes: [Mistake] = [
    simultaneous.mistake("they take turns: both slopes belong to the beginning of the round") {
      played(Game($0, $1, $2, $3, $4), inTurn: true)
    },
    simultaneous.mistake("both walk down their own loss: yours climbs") {
      played(Game($0, $1, -$2, $3, $4))
    },
    simultaneous.mistake("the generator wants the logit of its forgery large, yours small") {
      played(Game($0, $1, $2, $3, $4), generator: { theta, psi, _ in psi * sigmoid(theta * psi) })
    },
    simultaneous.mistake("that is log(1 - D) for the generator: here it has the other loss") {
      played(Game($0, $1, $2, $3, $4), generator: { theta, psi, _ in -psi * sigmoid(theta * psi) })
    },
    simultaneous.mistake("a slope of 1/2 holds near the end only: it is a sigmoid of the logit") {
      played(
        Game($0, $1, $2, $3, $4), generator: { theta, psi, _ in -psi / 2 },
        discriminator: { $0 / 2 + $2 * $1 })
    },
    simultaneous.mistake("those are slopes by the logit: the logit is theta times psi") {
      played(
        Game($0, $1, $2, $3, $4), generator: { theta, psi, _ in -sigmoid(-theta * psi) },
        discriminator: { sigmoid($0 * $1) + $2 * $1 })
    },
    simultaneous.mistake("the numbers before the first round belong to the lines too") {
      let lines = played(Game($0, $1, $2, $3, $4))
      return (Array(lines.theta.dropFirst()), Array(lines.psi.dropFirst()))
    },
    simultaneous.mistake("the penalty is missing: it has a slope, too") {
      theta, psi, rate, rounds, _ in played(Game(theta, psi, rate, rounds, 0))
    },
    simultaneous.mistake("the 2 of the square and the half cancel: the slope is gamma psi") {
      played(Game($0, $1, $2, $3, $4 / 2))
    },
    simultaneous.mistake("the penalty itself was added to the slope: its derivative is wanted") {
      played(
        Game($0, $1, $2, $3, $4),
        discriminator: { $0 * sigmoid($0 * $1) + $2 / 2 * $1 * $1 })
    },
    simultaneous.mistake("the sign of the penalty: it is added to the loss, and keeps psi small") {
      played(Game($0, $1, $2, $3, -$4))
    },
    simultaneous.mistake("the penalty belongs to the discriminator's loss alone") {
      played(Game($0, $1, $2, $3, $4), generator: { -$1 * sigmoid(-$0 * $1) + $2 * $0 })
    },
    simultaneous.mistake("R1 looks at the real numbers: theta, the forgery, has no part in it") {
      played(
        Game($0, $1, $2, $3, $4),
        discriminator: { $0 * sigmoid($0 * $1) + $2 * $1 * $0 * $0 })
    },
  ]
}
