import MiniTensor

/// A network that rebuilds its input through a narrow door.
///
///     code = encoder(x)        x^ = decoder(code)        L = mean of (x^ - x)^2
///
/// The decoder has the encoder's layers in reverse.
struct Autoencoder {
  /// What the last layer says.
  enum Output: Sendable {
    /// Any number: for standardised columns.
    case linear
    /// A number from 0 to 1: for grey values and for yes or no.
    case sigmoid
  }

  /// The sizes of the hidden layers, and how they bend.
  struct Plan: Sendable {
    var hiddenSizes: [Int]
    var activation: Activation
    var output: Output = .linear
    /// The standard deviation of the noise that is added to the input, but not to the target.
    var noise: Float = 0
  }

  let plan: Plan
  let encoder: Sequential  // [batch, columns] -> [batch, codeSize]
  let decoder: Sequential  // [batch, codeSize] -> [batch, columns]

  init(columns: Int, codeSize: Int, _ plan: Plan, using generator: inout RandomGenerator) {
    self.plan = plan
    encoder = .dense(
      [columns] + plan.hiddenSizes + [codeSize], plan.activation, using: &generator)
    decoder = .dense(
      [codeSize] + plan.hiddenSizes.reversed() + [columns], plan.activation, plan.output,
      using: &generator)
  }

  var parameters: [Variable] { encoder.parameters + decoder.parameters }

  /// The codes of rows: `[rows, columns] -> [rows, codeSize]`.
  func encode(_ rows: Tensor) -> Tensor { withoutGradients { encoder(rows).value } }

  /// The rows of codes: `[rows, codeSize] -> [rows, columns]`.
  func decode(_ codes: Tensor) -> Tensor { withoutGradients { decoder(codes).value } }

  /// Through the door and back: `[rows, columns] -> [rows, columns]`.
  func callAsFunction(_ rows: Tensor) -> Tensor { decode(encode(rows)) }

  /// Adam, its rate falling along half a cosine wave, on batches in random order.
  ///
  /// - `spoil`: what is done to the input of each batch; the target stays clean.
  /// - `tick`: called after each epoch.
  func learn(
    _ rows: Tensor, epochs: Int, batchSize: Int, learningRate: Float,
    using generator: inout RandomGenerator,
    spoil: ((_ batch: Tensor, _ generator: inout RandomGenerator) -> Tensor)? = nil,
    tick: () -> Void = {}
  ) {
    let optimizer = Adam(parameters)
    let schedule = LearningRateSchedule.cosine(steps: epochs)
    for epoch in 0..<epochs {
      optimizer.learningRate = learningRate * schedule(epoch)
      for batch in rows.shuffledBatches(of: batchSize, using: &generator) {
        var input = batch
        if let spoil { input = spoil(batch, &generator) }
        if plan.noise > 0 {
          input += Tensor.normal(batch.shape, standardDeviation: plan.noise, using: &generator)
        }
        optimizer.zeroGradients()
        meanSquaredError(decoder(encoder(input)), batch).backward()
        optimizer.step()
      }
      tick()
    }
  }
}

/// A network on its way from the thread that trained it to the one that uses it; never in both.
struct Trained<Network>: @unchecked Sendable { let network: Network }

extension Sequential {
  /// Dense layers of these sizes, bent between any two of them.
  static func dense(
    _ sizes: [Int], _ activation: Activation, _ output: Autoencoder.Output = .linear,
    using generator: inout RandomGenerator
  ) -> Sequential {
    var layers: [any Layer] = []
    for (inputSize, outputSize) in zip(sizes, sizes.dropFirst()) {
      if !layers.isEmpty { layers.append(activation) }
      layers.append(Linear(inputSize: inputSize, outputSize: outputSize, using: &generator))
    }
    if output == .sigmoid { layers.append(Activation.sigmoid) }
    return Sequential(layers)
  }
}

extension Tensor {
  /// All rows once, in random order, so many at a time; the last batch may be smaller.
  func shuffledBatches(of size: Int, using generator: inout RandomGenerator) -> [Tensor] {
    let order = generator.permutation(shape[0])
    return stride(from: 0, to: order.count, by: size).map { start in
      rows(Array(order[start..<Swift.min(start + size, order.count)]))
    }
  }
}
