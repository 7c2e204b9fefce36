import Datasets
import Exercises04
import Exercises05
import Exercises07
import Exercises08
import Foundation
import LessonKit
import MiniTensor
import WorkbenchKit

/// A network of your own reads digits: your layers, your loss, your way back, and no library's.
///
/// It takes plain steps downhill until your Adam (7.3) is there, draws its first weights plainly
/// until your rule (7.4) is, and stops when it is told until your early stopping (8.5) is.
enum OwnNetwork: BenchProgram {
  static let name = "digits"

  static func run(on board: Board) throws {
    let digits = try Digits.load()
    var generator = RandomGenerator(seed: board.seed(of: "digits"))
    let parts = digits.train.stratifiedSplit(testShare: 0.2, using: &generator)
    var network = Network(
      hidden: 24, board.hasAnswer(to: "7.4") ? .yours : .plain, using: &generator)
    let useAdam = board.hasAnswer(to: "7.3")
    let epochs = 8
    var (losses, validationLosses): ([Float], [Float]) = ([], [])
    board.progress("learning", total: epochs * 96, unit: "batches") { tick in
      func trainEpoch() -> [Float] {
        var losses32: [Float] = []
        for batch in parts.train.batches(of: 32, using: &generator) {
          let part = parts.train.rows(batch)
          let (loss, slopes) = network.slopes(part.images, labels: part.labels)
          useAdam ? network.adamStep(slopes) : network.plainStep(slopes)
          losses32.append(loss)
          tick(note: "loss \(loss, decimals: 3)")
        }
        losses.append(losses32.reduce(0, +) / Float(losses32.count))
        return network.numbers
      }
      func validationLoss(_ numbers: [Float]) -> Float {
        network.numbers = numbers
        let loss = network.loss(parts.test.images, labels: parts.test.labels)
        validationLosses.append(loss)
        return loss
      }
      if board.hasAnswer(to: "8.5") {
        network.numbers =
          trainWithEarlyStopping(  // 8.5
            epochLimit: epochs, patience: 2, trainEpoch: trainEpoch, validationLoss: validationLoss
          ).weights
      } else {
        for _ in 1...epochs { _ = validationLoss(trainEpoch()) }
      }
    }
    board.draw(
      Figure("Learning", x: "epoch", y: "loss", name: "learning") {
        Lines(x: 1...losses.count, y: losses, name: "training")
        Lines(x: 1...losses.count, y: validationLosses, name: "validation")
      })
    let logits = network.forward(digits.test.images).logits
    let answers = logits.argmax(axis: 1)
    let sure = softmax(logits)  // 4.3
    showMistakes(of: answers, on: digits.test, sure: { sure[$0, answers[$0]] }, board)
    let share = accuracy(answers, digits.test.labels)
    board.claim(
      "digits", "new digits that your network reads",
      source: "lesson 04, a network of the library's", published: "at least 96 %",
      measured: "\(share, percent: 1)", gate: "at least 92 %", holds: share >= 0.92)
  }
}

/// A network with one hidden layer of tanh: [64, hidden], [hidden], [hidden, 10], [10].
private struct Network {
  enum FirstWeights { case yours, plain }

  var tensors: [Tensor]
  // What Adam remembers.
  private var means: [Float] = []
  private var squares: [Float] = []
  private var steps = 0

  init(hidden: Int, _ rule: FirstWeights, using generator: inout RandomGenerator) {
    func weights(_ inputs: Int, _ outputs: Int) -> Tensor {
      switch rule {
      case .yours: glorotUniform(inputs: inputs, outputs: outputs, using: &generator)  // 7.4
      case .plain: .uniform([inputs, outputs], in: -0.2...0.2, using: &generator)
      }
    }
    tensors = [weights(64, hidden), .zeros(hidden), weights(hidden, 10), .zeros(10)]
  }

  func forward(_ x: Tensor) -> (hidden: Tensor, logits: Tensor) {
    let sums = dense(x.lists, weights: tensors[0].lists, bias: tensors[1].scalars)  // 4.1
    let hidden = sums.map { $0.map { hyperbolicTangent($0) } }  // 4.2
    let logits = dense(hidden, weights: tensors[2].lists, bias: tensors[3].scalars)
    return (Tensor(hidden), Tensor(logits))
  }

  func loss(_ x: Tensor, labels: [Int]) -> Float {
    crossEntropy(logits: forward(x).logits, labels: labels)  // 4.4
  }

  /// The loss of a batch, and how it changes with each number of the network.
  func slopes(_ x: Tensor, labels: [Int]) -> (loss: Float, slopes: [Tensor]) {
    let (hidden, logits) = forward(x)
    let blame = lossBackward(logits: logits, labels: labels)  // 5.3
    let upper = linearBackward(input: hidden, weights: tensors[2], blame: blame)  // 5.1
    let sums = tanhBackward(answers: hidden.scalars, slopes: upper.input.scalars)  // 5.2
    let lower = linearBackward(
      input: x, weights: tensors[0], blame: Tensor(sums, shape: hidden.shape))
    let loss = crossEntropy(logits: logits, labels: labels)
    return (loss, [lower.weights, lower.bias, upper.weights, upper.bias])
  }

  mutating func plainStep(_ slopes: [Tensor]) {
    for (place, slope) in slopes.enumerated() { tensors[place] -= 0.5 * slope }
  }

  mutating func adamStep(_ slopes: [Tensor]) {
    let gradient = slopes.flatMap(\.scalars)
    if means.isEmpty { (means, squares) = (gradient.map { _ in 0 }, gradient.map { _ in 0 }) }
    steps += 1
    (numbers, means, squares) = Exercises07.adamStep(  // 7.3
      weights: numbers, mean: means, squares: squares, gradient: gradient, step: steps,
      learningRate: 0.01, beta1: 0.9, beta2: 0.999, epsilon: 1e-8)
  }

  /// All numbers of the network in one list, as 7.3 and 8.5 want them.
  var numbers: [Float] {
    get { tensors.flatMap(\.scalars) }
    set {
      var rest = newValue[...]
      tensors = tensors.map { tensor in
        defer { rest = rest.dropFirst(tensor.count) }
        return Tensor(Array(rest.prefix(tensor.count)), shape: tensor.shape)
      }
    }
  }
}
