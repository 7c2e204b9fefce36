import Datasets
import MiniTensor

/// A GAN for digits of 8 x 8 pixels, without any convolution.
struct DigitForger {
  let gan: GAN

  init(using random: inout RandomGenerator) {
    let pixels = network([32, 128, 128, 64], .relu, using: &random)
    gan = GAN(
      // Pixels lie between 0 and 1.
      generator: Sequential(pixels.layers + [Activation.sigmoid]),
      discriminator: network(
        [64, 128, 128, 1], .leakyReLU(slope: 0.2), dropout: 0.3, using: &random),
      noiseSize: 32, learningRate: 0.001)
  }

  /// Plays with batches of the real digits, each an example drawn by chance.
  func play(
    _ digits: ImageSet, rounds: Int, using random: inout RandomGenerator, tick: () -> Void
  ) {
    gan.play(rounds: rounds, using: &random) { random in
      digits.images.rows((0..<48).map { _ in random.integer(below: digits.count) })
    } afterRound: { round, _ in
      if round.isMultiple(of: 100) { tick() }
    }
  }
}

/// A network that reads digits, as an expert on forgeries who took no part in the game.
struct DigitReader {
  private let layers: Sequential

  init(_ digits: ImageSet, epochs: Int, using random: inout RandomGenerator) {
    layers = network([64, 64, 10], .relu, using: &random)
    let optimizer = Adam(layers.parameters, learningRate: 0.003)
    for _ in 0..<epochs {
      for batch in digits.batches(of: 32, using: &random) {
        let logits = layers(digits.images.rows(batch))
        optimizer.zeroGradients()
        softmaxCrossEntropy(logits: logits, labels: batch.map { digits.labels[$0] }).backward()
        optimizer.step()
      }
    }
  }

  /// How probable it finds each class. `[count, 64]` -> `[count, 10]`
  func callAsFunction(_ images: Tensor) -> Tensor {
    withoutGradients { layers(images).softmax().value }
  }
}

/// For each picture the nearest of some others: its number and how far it is.
///
/// **Shape** `pictures [m, pixels]`, `others [n, pixels]`.
func nearest(_ pictures: Tensor, among others: Tensor) -> [(index: Int, distance: Float)] {
  // |a - b|^2 = |a|^2 + |b|^2 - 2 a . b; |a|^2 does not matter for which b is nearest.
  let lengths = others.squared().sum(axis: 1)  // [n]
  let scores = pictures.matmul(others, transposingOther: true) * 2 - lengths  // [m, n]
  return scores.argmax(axis: 1).enumerated().map { row, index in
    let difference = pictures.row(row) - others.row(index)
    return (index, difference.squared().sum().squareRoot())
  }
}
