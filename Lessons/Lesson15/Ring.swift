import Foundation
import MiniTensor

/// Eight narrow Gaussians on a circle of radius 1: the usual track for testing GANs.
///
/// Source: the configuration published with Z. Lin and others, PacGAN, NeurIPS 2018.
enum Ring {
  static let modes = 8
  static let deviation: Float = 0.01

  /// The middle of each Gaussian.
  static let centres: [[Float]] = (0..<modes).map {
    let angle = 2 * Double.pi * Double($0) / Double(modes)
    return [Float(cos(angle)), Float(sin(angle))]
  }

  /// Points of the ring, each mode as likely. `[count, 2]`
  static func points(_ count: Int, using random: inout RandomGenerator) -> Tensor {
    var scalars = [Float]()
    scalars.reserveCapacity(2 * count)
    for _ in 0..<count {
      let centre = centres[random.integer(below: modes)]
      scalars.append(random.normal(mean: centre[0], standardDeviation: deviation))
      scalars.append(random.normal(mean: centre[1], standardDeviation: deviation))
    }
    return Tensor(scalars, shape: [count, 2])
  }

  /// How many points lie within three standard deviations of each centre.
  static func census(_ points: Tensor) -> [Int] {
    let limit = 9 * deviation * deviation
    let scalars = points.scalars
    return centres.map { centre in
      stride(from: 0, to: scalars.count, by: 2).count { place in
        let (dx, dy) = (scalars[place] - centre[0], scalars[place + 1] - centre[1])
        return dx * dx + dy * dy <= limit
      }
    }
  }
}

/// One GAN on the ring: how it is built, and what it forged in the end.
struct RingRun: Sendable {
  /// The settings of a game.
  struct Recipe: Sendable {
    var packing: Int
    var rounds = 9000
    var hiddenSize = 64
    var batchSize = 64
    /// A beginning and a pace known to work, or those of the authors' configuration.
    var isCareful = true
  }

  /// 2,500 forgeries, `[2500, 2]`.
  let forged: Tensor
  /// How many of them hit each mode.
  let census: [Int]
  /// What became of the same 300 points of noise, two dozen times on the way.
  let history: [(round: Int, forged: Tensor)]

  /// A mode counts when any forgery lies within three standard deviations.
  var modes: Int { census.count { $0 > 0 } }
  /// The share of forgeries that hit a mode at all.
  var quality: Double { Double(census.reduce(0, +)) / Double(forged.shape[0]) }

  init(
    _ recipe: Recipe, isFilmed: Bool = false, using random: inout RandomGenerator, tick: () -> Void
  ) {
    let (h, careful) = (recipe.hiddenSize, recipe.isCareful)
    let gan = GAN(
      generator: network(
        [2, h, h, 2], careful ? .tanh : .relu, spread: careful ? nil : 0.02, using: &random),
      discriminator: network(
        [2 * recipe.packing, h, h, 1], .leakyReLU(slope: 0.2), spread: careful ? nil : 0.02,
        using: &random),
      noiseSize: 2, packing: recipe.packing, learningRate: 0.001, beta1: careful ? 0.5 : 0.8)
    var history: [(round: Int, forged: Tensor)] = []
    // Numbers of its own, so that the game is the same whether it is filmed or not.
    var own = RandomGenerator(seed: 300)
    let noise = Variable(constant: gan.noise(300, using: &own))
    gan.play(rounds: recipe.rounds, calmsDown: careful, using: &random) { random in
      Ring.points(recipe.batchSize, using: &random)
    } afterRound: { round, _ in
      if round.isMultiple(of: 100) { tick() }
      if isFilmed, round == 1 || round.isMultiple(of: max(1, recipe.rounds / 24)) {
        history.append((round, withoutGradients { gan.generator(noise).value }))
      }
    }
    self.history = history
    forged = gan.forge(2500, using: &random)
    census = Ring.census(forged)
  }
}
