import Foundation
import MiniTensor

/// A GAN that learns to forge one number, and what was noted of it round after round.
struct TimeLine: Sendable {
  static let mean: Float = 3
  static let deviation: Float = 0.5

  /// What both players do at one moment.
  struct Moment: Sendable {
    let round: Int
    /// A thousand forgeries, sorted.
    let forged: [Float]
    /// The detective's mean answer to real numbers, and to the forgeries.
    let onReal: Float
    let onForged: Float
    /// Its answer at each of the places of `TimeLine.places`.
    let answers: [Float]

    /// The forgery below which a share of them lies.
    func quantile(_ share: Double) -> Float { forged[Int(share * Double(forged.count))] }
  }

  static let places = Tensor.linspace(from: -2, through: 6, count: 81)
  private(set) var moments: [Moment] = []

  init(rounds: Int, using random: inout RandomGenerator) {
    let gan = GAN(
      generator: network([1, 16, 1], .tanh, using: &random),
      discriminator: network([1, 32, 32, 1], .tanh, using: &random),
      noiseSize: 1, learningRate: 0.002)
    var moments = [Self.moment(0, gan, using: &random)]
    gan.play(rounds: rounds, using: &random) { random in
      Self.real(64, using: &random)
    } afterRound: { round, random in
      if round.isMultiple(of: 25) { moments.append(Self.moment(round, gan, using: &random)) }
    }
    self.moments = moments
  }

  /// Real numbers, N(3, 0.5^2). `[count, 1]`
  static func real(_ count: Int, using random: inout RandomGenerator) -> Tensor {
    .normal([count, 1], mean: mean, standardDeviation: deviation, using: &random)
  }

  private static func moment(
    _ round: Int, _ gan: GAN, using random: inout RandomGenerator
  ) -> Moment {
    let forged = gan.forge(1000, using: &random)
    let real = real(1000, using: &random)
    func answers(_ numbers: Tensor) -> Tensor {
      withoutGradients { gan.discriminator(numbers).sigmoid().value }
    }
    return Moment(
      round: round, forged: forged.scalars.sorted(), onReal: answers(real).mean(),
      onForged: answers(forged).mean(), answers: answers(places.reshaped(-1, 1)).scalars)
  }
}
