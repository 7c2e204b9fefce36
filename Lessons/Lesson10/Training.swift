import Datasets
import MiniTensor

/// The share of images whose largest score is the label's, from 0 to 1.
func accuracy(of model: some Layer, _ images: Tensor, _ labels: [Int]) -> Double {
  let scores = withoutGradients { model(images).value }
  return Double(zip(scores.argmax(axis: 1), labels).count { $0 == $1 }) / Double(labels.count)
}

/// Trains for some epochs of shuffled batches.
///
/// - Parameters:
///   - change: what happens to the images of a batch before the network sees them.
///   - tick: called after every epoch.
func train(
  _ model: some Layer, on images: Tensor, _ labels: [Int], with optimizer: any Optimizer,
  epochs: Int, batchSize: Int, using generator: inout RandomGenerator,
  change: (Tensor, inout RandomGenerator) -> Tensor = { images, _ in images },
  loss: (Variable, [Int]) -> Variable = { softmaxCrossEntropy(logits: $0, labels: $1) },
  tick: () -> Void = {}
) {
  for _ in 0..<epochs {
    for rows in batches(of: batchSize, from: labels.count, using: &generator) {
      let input = change(images.rows(rows), &generator)
      optimizer.zeroGradients()
      loss(model(input, training: &generator), rows.map { labels[$0] }).backward()
      optimizer.step()
    }
    tick()
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
