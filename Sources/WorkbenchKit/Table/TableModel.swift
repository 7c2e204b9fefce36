import LessonKit
import MiniTensor

/// A model for a table while it learns: the same loop for a line and for a network.
struct TableModel {
  let network: Sequential
  /// The loss after each epoch.
  private(set) var losses: [Double] = []
  private(set) var validationLosses: [Double] = []

  /// The rows of one part, ready for the network.
  struct Part {
    let x: Tensor  // [rows, width]
    /// The class of each row; empty when a number is to be predicted.
    let labels: [Int]
    /// The number of each row, standardised: [rows, 1].
    let numbers: Tensor
  }

  /// How many rows are learned from in all, at most: a large table gets fewer epochs.
  private static let mostRows = 1_500_000
  private static let patience = 20

  /// A model without hidden layers is logistic or linear regression.
  init(inputs: Int, hidden: [Int], outputs: Int, using generator: inout RandomGenerator) {
    var layers: [any Layer] = []
    var width = inputs
    for size in hidden {
      layers.append(
        Linear(inputSize: width, outputSize: size, initializer: .heNormal, using: &generator))
      layers.append(Activation.relu)
      width = size
    }
    layers.append(Linear(inputSize: width, outputSize: outputs, using: &generator))
    network = Sequential(layers)
  }

  /// Learns until the validation rows are predicted no better for twenty epochs, and goes back to
  /// the best.
  mutating func learn(
    _ train: Part, validation: Part, using generator: inout RandomGenerator, _ board: Board,
    _ name: Text
  ) {
    let count = train.x.shape[0]
    let epochs = max(10, min(300, Self.mostRows / count))
    let optimizer = AdamW(network.parameters, learningRate: 0.004, weightDecay: 0.01)
    var best = (loss: Double.infinity, epoch: 0, values: network.parameters.map(\.value))
    board.progress(name, total: epochs, unit: "epochs") { tick in
      for epoch in 1...epochs {
        let order = generator.permutation(count)
        var sum = 0.0
        for start in stride(from: 0, to: count, by: 32) {
          let batch = Array(order[start..<min(start + 32, count)])
          optimizer.zeroGradients()
          let mean = loss(
            Part(
              x: train.x.rows(batch),
              labels: train.labels.isEmpty ? [] : batch.map { train.labels[$0] },
              numbers: train.numbers.isEmpty ? train.numbers : train.numbers.rows(batch)))
          mean.backward()
          optimizer.step()
          sum += Double(mean.value.scalar) * Double(batch.count)
        }
        losses.append(sum / Double(count))
        validationLosses.append(withoutGradients { Double(loss(validation).value.scalar) })
        if validationLosses[epoch - 1] < best.loss {
          best = (validationLosses[epoch - 1], epoch, network.parameters.map(\.value))
        }
        tick(note: "validation loss \(validationLosses[epoch - 1], decimals: 3)")
        if epoch - best.epoch >= Self.patience { break }
      }
    }
    for (parameter, value) in zip(network.parameters, best.values) { parameter.value = value }
  }

  private func loss(_ part: Part) -> Variable {
    part.labels.isEmpty
      ? meanSquaredError(network(part.x), part.numbers)
      : softmaxCrossEntropy(logits: network(part.x), labels: part.labels)
  }

  /// What it says about some rows: logits `[rows, classes]`, or standardised numbers `[rows, 1]`.
  func answers(_ x: Tensor) -> Tensor { withoutGradients { network(x).value } }
}
