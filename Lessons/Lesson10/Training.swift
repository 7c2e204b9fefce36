import Datasets
import MiniTensor

/// The share of images whose largest score is the label's, from 0 to 1.
func accuracy(of model: some Layer, _ images: Tensor, _ labels: [Int]) -> Double {
  let scores = withoutGradients { model(images).value }
  return Double(zip(scores.argmax(axis: 1), labels).count { $0 == $1 }) / Double(labels.count)
}

/// Trains for some epochs of shuffled batches.
///
/// - `schedule`: the factor of the learning rate at each step.
/// - `change`: what happens to the images of a batch before the network sees them.
/// - `tick`: called after every epoch, with its number from 1.
func train(
  _ model: some Layer, on images: Tensor, _ labels: [Int], with optimizer: Optimizer,
  epochs: Int, batchSize: Int, schedule: LearningRateSchedule = .constant,
  using generator: inout RandomGenerator,
  change: (Tensor, inout RandomGenerator) -> Tensor = { images, _ in images },
  loss: (Variable, [Int]) -> Variable = { softmaxCrossEntropy(logits: $0, labels: $1) },
  tick: (_ epoch: Int) -> Void = { _ in }
) {
  var optimizer = optimizer
  let learningRate = optimizer.learningRate
  var step = 0
  for epoch in 1...epochs {
    for rows in batches(of: batchSize, from: labels.count, using: &generator) {
      let input = change(images.rows(rows), &generator)
      optimizer.learningRate = learningRate * schedule(step)
      optimizer.zeroGradients()
      loss(model(input, training: &generator), rows.map { labels[$0] }).backward()
      optimizer.step()
      step += 1
    }
    tick(epoch)
  }
}

/// All rows once, in a new order, cut into batches; the last may be smaller.
private func batches(
  of size: Int, from count: Int, using generator: inout RandomGenerator
) -> [[Int]] {
  let order = generator.permutation(count)
  return stride(from: 0, to: count, by: size).map { start in
    Array(order[start..<min(start + size, count)])
  }
}
