import MiniTensor

/// Backward passes with one thing wrong, for the gradient check to find.
enum TypicalBug {
  typealias Batch = (input: Tensor, labels: [Int])

  /// The blame goes through the tanh as if it were not there.
  static func noActivationSlope(
    _ network: TwoLayerNetwork, _ batch: Batch
  ) -> TwoLayerNetwork.Parameters {
    var slopes = network.slopes(batch.input, labels: batch.labels)
    let logits = network.forward(batch.input).logits
    let truth = Tensor.oneHot(batch.labels, classes: logits.shape[1])
    let blame = ((logits.softmax(axis: 1) - truth) / Float(batch.labels.count))
      .matmul(network.parameters.outputWeights, transposingOther: true)
    slopes.hiddenWeights = batch.input.matmul(blame, transposingSelf: true)
    slopes.hiddenBias = blame.sum(axis: 0)
    return slopes
  }

  /// The loss is a mean, but its slopes were added up.
  static func noMean(_ network: TwoLayerNetwork, _ batch: Batch) -> TwoLayerNetwork.Parameters {
    var slopes = network.slopes(batch.input, labels: batch.labels)
    for (_, place) in GradientChecker.places {
      slopes[keyPath: place] = slopes[keyPath: place] * Float(batch.labels.count)
    }
    return slopes
  }

  /// Each example overwrote the slopes of the one before.
  static func lastExampleOnly(
    _ network: TwoLayerNetwork, _ batch: Batch
  ) -> TwoLayerNetwork.Parameters {
    let last = batch.labels.count - 1
    var slopes = network.slopes(batch.input.rows([last]), labels: [batch.labels[last]])
    for (_, place) in GradientChecker.places {
      slopes[keyPath: place] = slopes[keyPath: place] / Float(batch.labels.count)
    }
    return slopes
  }
}
