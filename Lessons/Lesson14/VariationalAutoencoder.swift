import Experiments
import Foundation
import MiniTensor

/// An autoencoder whose codes are clouds, and which can therefore be asked for new examples.
///
///     q(z given x) = N(mu(x), s(x)^2)        the encoder says a centre and a width for each number
///     z = mu + s e,  e ~ N(0, 1)             a code drawn from the cloud
///     p(x given z) = N(decoder(z), sigma^2)  what the code means
///     p(z) = N(0, 1)                         where codes lie when nothing is known
///
///     ELBO = E log p(x given z) - KL(q(z given x), p(z))  <=  log p(x)
///
/// Source: D. Kingma, M. Welling, ICLR 2014; D. Rezende, S. Mohamed, D. Wierstra, ICML 2014.
struct VariationalAutoencoder {
  let encoder: Sequential  // [batch, columns] -> [batch, 2 codeSize]: mu, then log s^2
  let decoder: Sequential  // [batch, codeSize] -> [batch, columns]
  /// How far the data lie from what the codes say, as log sigma^2.
  ///
  /// It is learned too.
  let logNoise: Variable
  let codeSize: Int

  init(
    columns: Int, codeSize: Int, hiddenSizes: [Int], _ activation: Activation,
    _ output: Autoencoder.Output, using generator: inout RandomGenerator
  ) {
    self.codeSize = codeSize
    encoder = .dense(
      [columns] + hiddenSizes + [2 * codeSize], activation, using: &generator)
    decoder = .dense(
      [codeSize] + hiddenSizes.reversed() + [columns], activation, output, using: &generator)
    logNoise = Variable(Tensor(-1))
  }

  var parameters: [Variable] { encoder.parameters + decoder.parameters + [logNoise] }

  /// The centres and the log squared widths of the clouds, each [batch, codeSize].
  func cloud(_ rows: Tensor) -> (mean: Variable, logVariance: Variable) {
    let both = encoder(rows)
    return (
      both.slice(axis: 1, 0..<codeSize), both.slice(axis: 1, codeSize..<2 * codeSize)
    )
  }

  /// A code from each cloud.
  ///
  /// Chance comes from outside, so the gradient passes: dz/dmu = 1, dz/ds = e.
  func drawn(
    _ mean: Variable, _ logVariance: Variable, using generator: inout RandomGenerator
  ) -> Variable {
    mean + (logVariance * 0.5).exp() * Tensor.normal(mean.shape, using: &generator)
  }

  /// KL(N(mu, s^2), N(0, 1)) = 1/2 sum of (mu^2 + s^2 - 1 - log s^2), for each row: [batch].
  func divergence(_ mean: Variable, _ logVariance: Variable) -> Variable {
    (mean.squared() + logVariance.exp() - 1 - logVariance).sum(axis: 1) * 0.5
  }

  /// The ELBO of a batch, in nats a row, with one code drawn for each.
  func bound(_ rows: Tensor, using generator: inout RandomGenerator) -> Variable {
    let (mean, logVariance) = cloud(rows)
    let rebuilt = decoder(drawn(mean, logVariance, using: &generator))
    let columns = Float(rows.shape[1])
    let distance = (rebuilt - rows).squared().sum(axis: 1).mean()
    let likelihood =
      (distance * (-logNoise).exp() + (logNoise + log(2 * Float.pi)) * columns) * -0.5
    return likelihood - divergence(mean, logVariance).mean()
  }

  /// Adam uphill on the ELBO, its rate falling along half a cosine wave.
  func learn(
    _ rows: Tensor, epochs: Int, batchSize: Int, learningRate: Float,
    using generator: inout RandomGenerator, tick: (_ epoch: Int) -> Void = { _ in }
  ) {
    let optimizer = Adam(parameters)
    let schedule = LearningRateSchedule.cosine(steps: epochs)
    for epoch in 0..<epochs {
      optimizer.learningRate = learningRate * schedule(epoch)
      for batch in rows.shuffledBatches(of: batchSize, using: &generator) {
        optimizer.zeroGradients()
        (-bound(batch, using: &generator)).backward()
        optimizer.step()
      }
      tick(epoch)
    }
  }

  /// What codes mean, without the noise: `[rows, codeSize] -> [rows, columns]`.
  func decode(_ codes: Tensor) -> Tensor { withoutGradients { decoder(codes).value } }

  /// The centres of the clouds: `[rows, columns] -> [rows, codeSize]`.
  func encode(_ rows: Tensor) -> Tensor { withoutGradients { cloud(rows).mean.value } }
}
