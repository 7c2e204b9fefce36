import MiniTensor

/// A network that gives each class a score, and the loop that trains it.
struct Classifier {
  let network: Sequential
  /// The shape of one example, as the network wants it: `[1, 28, 28]` for a grey picture.
  let exampleShape: [Int]

  /// Examples to learn from.
  struct Examples: Sendable {
    let examples: Tensor  // [count, numbers]
    let labels: [Int]
  }

  /// How it is trained: Adam, small batches, every example once an epoch.
  struct Plan: Sendable {
    var epochs: Int
    var batchSize: Int
    var learningRate: Float
    /// Whether the rate falls in a straight line to 0 at the end.
    var rateFalls = true
  }

  /// **Shape** examples [batch, numbers] -> scores [batch, classes].
  func callAsFunction(_ examples: Tensor) -> Tensor {
    withoutGradients { network(shaped(examples)).value }
  }

  /// Trains the network; `epochEnded` is called after each epoch.
  func train(
    on set: Examples, _ plan: Plan, using generator: inout RandomGenerator,
    epochEnded: () -> Void = {}
  ) {
    let optimizer = Adam(network.parameters, learningRate: plan.learningRate)
    let count = set.labels.count
    let total = plan.epochs * ((count + plan.batchSize - 1) / plan.batchSize)
    var step = 0
    for _ in 0..<plan.epochs {
      let order = generator.permutation(count)
      for start in Swift.stride(from: 0, to: count, by: plan.batchSize) {
        let batch = Array(order[start..<min(start + plan.batchSize, count)])
        if plan.rateFalls {
          optimizer.learningRate = plan.learningRate * (1 - Float(step) / Float(total))
        }
        optimizer.zeroGradients()
        let scores = network(shaped(set.examples.rows(batch)), training: &generator)
        softmaxCrossEntropy(logits: scores, labels: batch.map { set.labels[$0] }).backward()
        optimizer.step()
        step += 1
      }
      epochEnded()
    }
  }

  /// The share of examples whose largest score is the label's.
  func accuracy(on examples: Tensor, _ labels: [Int]) -> Double {
    var right = 0
    for start in Swift.stride(from: 0, to: labels.count, by: 250) {
      let range = start..<min(start + 250, labels.count)
      right += zip(self(examples.rows(range)).argmax(axis: 1), labels[range]).count { $0 == $1 }
    }
    return Double(right) / Double(labels.count)
  }

  private func shaped(_ examples: Tensor) -> Tensor {
    examples.reshaped([examples.shape[0]] + exampleShape)
  }
}
