import Datasets
import Experiments
import Foundation
import MiniTensor

/// What is done against learning by heart; `Remedies()` does nothing.
struct Remedies: Sendable {
  /// Every weight moves towards 0 by learningRate * l1, whatever its size.
  var l1: Float = 0
  /// Every weight loses the share learningRate * l2 of itself.
  var l2: Float = 0
  /// The share of hidden units that is silenced, anew in each step.
  var dropout: Float = 0
  /// The standard deviation of what is added to each pixel, anew in each step.
  var noise: Float = 0
}

/// A network of one hidden layer that learns digits, with remedies.
struct DigitLearner {
  private let hidden: Linear
  private let output: Linear
  private let optimizer: SGD
  private let remedies: Remedies

  static let learningRate: Float = 0.1
  static let batchSize = 20

  init(hiddenSize: Int = 100, _ remedies: Remedies, using generator: inout RandomGenerator) {
    hidden = Linear(
      inputSize: 784, outputSize: hiddenSize, initializer: .heNormal, using: &generator)
    output = Linear(inputSize: hiddenSize, outputSize: 10, using: &generator)
    optimizer = SGD(hidden.parameters + output.parameters, learningRate: Self.learningRate)
    self.remedies = remedies
  }

  /// The logits when the network is used: every unit works, nothing is added.
  ///
  /// **Shape** images [batch, 784] -> [batch, 10].
  func callAsFunction(_ images: Tensor) -> Tensor {
    withoutGradients { output(hidden(images).relu()).value }
  }

  /// The logits while it learns.
  private func whileLearning(_ images: Tensor, using generator: inout RandomGenerator) -> Variable {
    var images = images
    if remedies.noise > 0 {
      images += .normal(images.shape, standardDeviation: remedies.noise, using: &generator)
    }
    var units = hidden(images).relu()  // [batch, hidden]
    if remedies.dropout > 0 {
      units = units * Self.mask(units.shape, dropping: remedies.dropout, using: &generator)
    }
    return output(units)
  }

  /// Zeros for silenced units, 1 / (1 - rate) for the others: on average a unit is as loud as
  /// before.
  private static func mask(
    _ shape: Shape, dropping rate: Float, using generator: inout RandomGenerator
  ) -> Tensor {
    let draws = Tensor.uniform(shape, in: 0...1, using: &generator)
    return draws.greaterOrEqual(to: rate) * (1 / (1 - rate))
  }

  /// One epoch of gradient descent; after each step, what the penalties ask for.
  func epoch(_ digits: ImageSet, using generator: inout RandomGenerator) {
    for batch in digits.batches(of: Self.batchSize, using: &generator) {
      optimizer.zeroGradients()
      let logits = whileLearning(digits.images.rows(batch), using: &generator)
      softmaxCrossEntropy(logits: logits, labels: batch.map { digits.labels[$0] }).backward()
      for weight in [hidden.weight, output.weight] {  // the biases are left in peace
        if remedies.l2 > 0 { weight.value *= 1 - Self.learningRate * remedies.l2 }
        if remedies.l1 > 0 {
          let step = Self.learningRate * remedies.l1
          weight.value -= weight.value.clamped(to: -step...step)  // it stops at 0
        }
      }
      optimizer.step()
    }
  }

  /// A copy of all weights, to come back to.
  var weights: [Tensor] {
    get { optimizer.parameters.map(\.value) }
    nonmutating set {
      for (parameter, value) in zip(optimizer.parameters, newValue) { parameter.value = value }
    }
  }

  /// Learns until the validation loss has not improved for `patience` epochs; keeps the best
  /// weights.
  ///
  /// - Returns: the epoch, counted from 1, whose weights were kept.
  func learnUntilItStopsHelping(
    _ train: ImageSet, validation: ImageSet, patience: Int, epochLimit: Int,
    using generator: inout RandomGenerator
  ) -> Int {
    var best = (loss: Double.infinity, epoch: 0, weights: weights)
    for number in 1...epochLimit {
      epoch(train, using: &generator)
      let loss = Score(probabilities: self(validation.images).softmax(), validation.labels).loss
      if loss < best.loss {
        best = (loss, number, weights)
      } else if number - best.epoch == patience {
        break
      }
    }
    weights = best.weights
    return best.epoch
  }
}

/// What a network's probabilities are worth on some digits.
struct Score: Sendable {
  /// The mean of -log p(label): what the gradient descends.
  let loss: Double
  /// The share of digits read wrongly: what we want to know.
  let error: Double

  /// **Shape** probabilities [digits, 10].
  init(probabilities: Tensor, _ labels: [Int]) {
    let sums = probabilities.sum(axis: 1)
    guard (sums - 1).abs().max() < 1e-3 else {
      fatalError("Score: probabilities of a row add up to 1, not to \(sums.max())")
    }
    error = 1 - accuracy(probabilities, labels)
    let scalars = probabilities.scalars
    loss = labels.indices.map { -log(max(Double(scalars[10 * $0 + labels[$0]]), 1e-30)) }.mean
  }
}
