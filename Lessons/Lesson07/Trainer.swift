import Datasets
import MiniTensor

/// The loop of all training: batches, gradients, a step.
struct Trainer {
  /// From images [batch, pixels] to scores [batch, classes].
  let logits: (Tensor) -> Variable
  let optimizer: Optimizer

  /// One step downhill on some examples.
  func step(on images: Tensor, labels: [Int]) {
    optimizer.zeroGradients()
    softmaxCrossEntropy(logits: logits(images), labels: labels).backward()
    optimizer.step()
  }

  /// One epoch: every example once, in random order, `batchSize` at a time.
  func epoch(on set: ImageSet, batchSize: Int, using generator: inout RandomGenerator) {
    for batch in set.batches(of: batchSize, using: &generator) {
      step(on: set.images.rows(batch), labels: batch.map { set.labels[$0] })
    }
  }

  /// The mean loss over a whole set.
  func loss(on set: ImageSet) -> Float {
    withoutGradients {
      softmaxCrossEntropy(logits: logits(set.images), labels: set.labels).value.scalar
    }
  }

  /// The share of a set that is read rightly.
  func accuracy(on set: ImageSet) -> Float {
    let answers = withoutGradients { logits(set.images).value.argmax(axis: 1) }
    return Float(zip(answers, set.labels).count { $0 == $1 }) / Float(set.count)
  }
}

extension Trainer {
  /// A small network for digits, 64-32-10 with ReLU, and a rule to train it.
  init(
    reader seed: UInt64, _ optimizer: ([Variable]) -> Optimizer
  ) {
    var generator = RandomGenerator(seed: seed)
    let network = Sequential(
      Linear(inputSize: 64, outputSize: 32, initializer: .heNormal, using: &generator),
      Activation.relu, Linear(inputSize: 32, outputSize: 10, using: &generator))
    self.init(logits: { network($0) }, optimizer: optimizer(network.parameters))
  }
}
