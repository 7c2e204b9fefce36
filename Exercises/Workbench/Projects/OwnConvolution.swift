import Datasets
import Exercises09
import Exercises10
import LessonKit
import MiniTensor
import WorkbenchKit

/// A small convolutional network reads digits: your window, your pooling, and their ways back.
///
/// Four kernels of 3 x 3, ReLU, pooling by 2, and one layer. Plain answers take milliseconds for a
/// picture, so there are few of them; your `shifted` (10.4) makes more out of each.
enum OwnConvolution: BenchProgram {
  static let name = "cnn"

  static func run(on board: Board) throws {
    let digits = try Digits.load()
    var generator = RandomGenerator(seed: board.seed(of: "cnn"))
    let train = digits.train.rows(generator.choice(600, from: digits.train.count))
    let test = digits.test.rows(generator.choice(400, from: digits.test.count))
    var network = SmallNetwork(using: &generator)
    let epochs = 3
    var losses: [Double] = []
    board.progress("learning", total: epochs * train.count, unit: "digits") { tick in
      for epoch in 0..<epochs {
        var sum = 0.0
        for row in generator.permutation(train.count) {
          // A third of them a pixel to the side; more than that would lose what they show.
          let move = generator.chance(0.3) ? generator.integer(below: 3) - 1 : 0
          let picture = shifted(train.image(row), down: 0, right: move, empty: 0)  // 10.4
          let loss = network.learn(
            picture, label: train.labels[row], learningRate: [0.08, 0.05, 0.01][epoch])
          sum += Double(loss)
          tick(note: "loss \(loss, decimals: 2)")
        }
        losses.append(sum / Double(train.count))
      }
    }
    let answers = board.progress("reading", total: test.count, unit: "digits") { tick in
      (0..<test.count).map { row in
        defer { tick() }
        return network.forward(test.image(row)).logits.argmax()
      }
    }
    let example = test.image(0)
    let maps = network.forward(example).maps.map(\.scalars)
    board.draw(
      Figure("What your kernels see", name: "maps") {
        Panel("the four kernels") {
          ImageGrid((0..<4).map { network.kernels.row($0).scalars }, width: 3)
        }
        Panel("a digit, and its four maps") { ImageGrid([example.scalars] + maps, width: 8) }
      })
    board.say("The mean loss of each epoch: \(losses.list(decimals: 2)).")
    showMistakes(of: answers, on: test, board)
    let share = accuracy(answers, test.labels)
    board.claim(
      "cnn", "new digits that your convolutional network reads",
      source: "lesson 09, on all digits, with the library's", published: "above 96 %",
      measured: "\(share, percent: 1)", gate: "at least 86 %", holds: share >= 0.86)
  }
}

/// The kernels [4, 1, 3, 3], and a layer [pooled numbers, 10].
private struct SmallNetwork {
  var kernels: Tensor
  var kernelBiases = [Float](repeating: 0, count: 4)
  var weights, bias: Tensor

  init(using generator: inout RandomGenerator) {
    kernels = .normal([4, 1, 3, 3], standardDeviation: 0.4, using: &generator)
    let mapSize = outputSize(inputSize: 8, kernelSize: 3, stride: 1, padding: 1)  // 9.1
    let pooled = outputSize(inputSize: mapSize, kernelSize: 2, stride: 2, padding: 0)
    weights = .normal([4 * pooled * pooled, 10], standardDeviation: 0.1, using: &generator)
    bias = .zeros(10)
  }

  struct Pass {
    var maps: [Tensor] = []  // after ReLU
    var pooled: [Float] = []
    var places: [[Int]] = []
    var logits = Tensor.zeros(1, 10)
  }

  func forward(_ picture: Tensor) -> Pass {
    var pass = Pass()
    let sums = convolved2D(  // 9.3
      picture.reshaped(1, 8, 8), kernels: kernels, biases: kernelBiases, stride: 1, padding: 1)
    for kernel in 0..<4 {
      let map = sums.row(kernel).map { max(0, $0) }
      let (values, places) = maxPooled(map, size: 2, stride: 2)  // 9.4
      pass.maps.append(map)
      pass.pooled += values.scalars
      pass.places.append(places)
    }
    pass.logits = Tensor([pass.pooled]).matmul(weights) + bias
    return pass
  }

  /// One step downhill on one picture; gives the loss before it.
  mutating func learn(_ picture: Tensor, label: Int, learningRate: Float) -> Float {
    let pass = forward(picture)
    let truth = Tensor.oneHot([label], classes: 10)
    let blame = pass.logits.softmax(axis: 1) - truth  // [1, 10]
    let pooledSlopes = blame.matmul(weights, transposingOther: true).reshaped(4, -1)
    weights -= learningRate * Tensor([pass.pooled]).matmul(blame, transposingSelf: true)
    bias -= learningRate * blame.row(0)
    for kernel in 0..<4 {
      let side = Int(Double(pass.places[kernel].count).squareRoot())
      let slopes = maxPoolingGradient(  // 9.4
        pooledSlopes.row(kernel).reshaped(side, side), places: pass.places[kernel],
        mapShape: [8, 8])
      let step = convolutionGradients(  // 9.5
        image: picture, kernel: kernels.row(kernel).reshaped(3, 3),
        gradient: slopes * pass.maps[kernel].greater(than: 0), stride: 1, padding: 1)
      for row in 0..<3 {
        for column in 0..<3 {
          kernels[kernel, 0, row, column] -= learningRate * step.kernel[row, column]
        }
      }
      kernelBiases[kernel] -= learningRate * step.bias
    }
    return -pass.logits.logSoftmax(axis: 1)[0, label]
  }
}
