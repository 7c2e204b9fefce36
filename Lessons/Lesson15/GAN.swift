import MiniTensor

/// Two networks that learn from each other: a generator that forges, a discriminator that judges.
///
/// Source: I. Goodfellow and others, Generative adversarial nets, NIPS 27 (2014), algorithm 1 with
/// the generator's loss recommended at the end of section 3. Packing: Z. Lin and others, PacGAN,
/// NeurIPS 2018.
final class GAN {
  /// From noise to a forgery: `[batch, noise]` -> `[batch, features]`.
  let generator: Sequential
  /// From `packing` examples side by side to one logit of "these are real".
  let discriminator: Sequential
  /// How many examples the discriminator judges at once; 1 is the plain GAN.
  let packing: Int
  let noiseSize: Int
  private let learningRate: Float
  private let generatorOptimizer: Adam
  private let discriminatorOptimizer: Adam

  init(
    generator: Sequential, discriminator: Sequential, noiseSize: Int, packing: Int = 1,
    learningRate: Float, beta1: Float = 0.5
  ) {
    self.generator = generator
    self.discriminator = discriminator
    self.noiseSize = noiseSize
    self.packing = packing
    self.learningRate = learningRate
    generatorOptimizer = Adam(generator.parameters, learningRate: learningRate, beta1: beta1)
    discriminatorOptimizer = Adam(
      discriminator.parameters, learningRate: learningRate, beta1: beta1)
  }

  /// The whole game: in each round one step of the discriminator, then one of the generator.
  ///
  /// - Parameters:
  ///   - rounds: how many.
  ///   - calmsDown: whether the learning rate falls to 0 over the second half.
  ///   - random: for noise, dropout and examples.
  ///   - examples: draws a batch of real examples, `[batch, features]`.
  ///   - afterRound: looks on; gets the number of the round, from 1.
  func play(
    rounds: Int, calmsDown: Bool = true, using random: inout RandomGenerator,
    examples: (inout RandomGenerator) -> Tensor,
    afterRound: (Int, inout RandomGenerator) -> Void = { _, _ in }
  ) {
    for round in 1...max(1, rounds) {
      if calmsDown {
        let left = 2 * Float(rounds - round) / Float(rounds)
        generatorOptimizer.learningRate = learningRate * min(1, left)
        discriminatorOptimizer.learningRate = learningRate * min(1, left)
      }
      let real = examples(&random)
      teachDiscriminator(real, using: &random)
      teachGenerator(real.shape[0], using: &random)
      afterRound(round, &random)
    }
  }

  /// The discriminator's turn: it learns to tell `real` from as many forgeries.
  func teachDiscriminator(_ real: Tensor, using random: inout RandomGenerator) {
    // The generator is not to blame now: the forgeries are constants.
    let forged = forge(real.shape[0], using: &random)
    let loss = discriminatorLoss(
      realLogits: discriminator(packed(Variable(constant: real)), training: &random),
      forgedLogits: discriminator(packed(Variable(constant: forged)), training: &random))
    discriminatorOptimizer.zeroGradients()
    loss.backward()
    discriminatorOptimizer.step()
  }

  /// The generator's turn: the gradient comes to it through the discriminator, which stays as it
  /// is.
  func teachGenerator(_ count: Int, using random: inout RandomGenerator) {
    let forged = generator(noise(count, using: &random), training: &random)
    let loss = generatorLoss(forgedLogits: discriminator(packed(forged), training: &random))
    generatorOptimizer.zeroGradients()
    loss.backward()
    generatorOptimizer.step()
  }

  /// So many forgeries, as plain numbers. `[count, features]`
  func forge(_ count: Int, using random: inout RandomGenerator) -> Tensor {
    withoutGradients { generator(noise(count, using: &random)).value }
  }

  /// What the generator starts from, N(0, 1). `[count, noise]`
  func noise(_ count: Int, using random: inout RandomGenerator) -> Tensor {
    .normal([count, noiseSize], using: &random)
  }

  /// Puts neighbours side by side: `[batch, features]` -> `[batch / packing, packing * features]`.
  private func packed(_ examples: Variable) -> Variable {
    packing == 1 ? examples : examples.reshaped(examples.shape[0] / packing, -1)
  }
}

/// What the discriminator makes small: -log D(x) for real examples, -log(1 - D(G(z))) for
/// forgeries.
///
/// With D = sigmoid(s) these are softplus(-s) and softplus(s), which never overflow.
///
/// **Shape** logits `[batch, 1]`, a single number.
func discriminatorLoss(realLogits: Variable, forgedLogits: Variable) -> Variable {
  (-realLogits).softplus().mean() + forgedLogits.softplus().mean()
}

/// What the generator makes small, the non-saturating loss: -log D(G(z)).
///
/// **Shape** logits `[batch, 1]`, a single number.
func generatorLoss(forgedLogits: Variable) -> Variable {
  (-forgedLogits).softplus().mean()
}

/// A network with hidden layers of one activation and linear outputs.
///
/// - `sizes`: inputs, hidden layers, outputs: `[2, 64, 64, 1]`.
/// - `spread`: the standard deviation of all first weights; by default as He says.
/// - `dropout`: the chance of a hidden unit to be silent while the network learns.
func network(
  _ sizes: [Int], _ activation: Activation, spread: Float? = nil, dropout: Float = 0,
  using random: inout RandomGenerator
) -> Sequential {
  let initializer = spread.map { Initializer.normal(standardDeviation: $0) } ?? .heNormal
  var layers: [any Layer] = []
  for (place, (inputs, outputs)) in zip(sizes, sizes.dropFirst()).enumerated() {
    layers.append(
      Linear(
        inputSize: inputs, outputSize: outputs, initializer: initializer, using: &random))
    guard place < sizes.count - 2 else { break }
    layers.append(activation)
    if dropout > 0 { layers.append(Dropout(rate: dropout)) }
  }
  return Sequential(layers)
}
