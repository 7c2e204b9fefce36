import Datasets
import Exercises02
import LessonKit
import MiniTensor
import WorkbenchKit

/// Your perceptrons read handwritten digits: first one neuron for one digit, then ten for all.
enum PerceptronReader: BenchProgram {
  static let name = "perceptron"

  static func run(on board: Board) throws {
    let digits = try Digits.load()
    var generator = RandomGenerator(seed: board.seed(of: "perceptron"))
    findTheZeros(digits.train.rows(0..<400), board)

    board.section("Ten neurons, ten digits")
    let (examples, tests) = (digits.train.images.lists, digits.test.images.lists)
    var weights = [[Float]](repeating: Array(repeating: 0, count: 64), count: 10)
    var biases = [Float](repeating: 0, count: 10)
    func answers() -> [Int] {
      tests.map { winningClass(weights: weights, biases: biases, x: $0) }  // 2.5
    }
    let epochs = 6
    var shares: [Double] = []
    board.progress("learning", total: epochs * examples.count, unit: "digits") { tick in
      for _ in 1...epochs {
        for row in generator.permutation(examples.count) {
          let (x, label) = (examples[row], digits.train.labels[row])
          let predicted = winningClass(weights: weights, biases: biases, x: x)
          (weights, biases) = corrected(  // 2.5
            weights: weights, biases: biases, x: x, label: label, predicted: predicted)
          tick()
        }
        shares.append(accuracy(answers(), digits.test.labels))
      }
    }
    board.draw(
      Figure("What each neuron looks for", name: "weights") {
        ImageGrid(weights, width: 8, captions: (0...9).map { "\($0)" }, columns: 5)
      })
    board.draw(
      Figure("Digits of thirteen people never seen", x: "epoch", y: "read well", name: "learning") {
        Lines(x: 1...epochs, y: shares)
      })
    showMistakes(of: answers(), on: digits.test, board)
    // The mean of the last three: a perceptron that is not averaged jumps from epoch to epoch.
    let share = shares.suffix(3).reduce(0, +) / 3
    board.claim(
      "perceptron", "new digits that your perceptrons read, mean of three epochs",
      source: "lesson 02: logistic regression on the same files", published: "94.8 to 95.4 %",
      measured: "\(share, percent: 1)", gate: "at least 89 %", holds: share >= 0.89)
  }

  /// One neuron that says +1 for a zero, by your rule (2.2) in your loop (2.3).
  static func findTheZeros(_ digits: ImageSet, _ board: Board) {
    board.section("One neuron finds the zeros")
    let result = trained(  // 2.3
      on: digits.images.lists, labels: digits.labels.map { $0 == 0 ? 1 : -1 }, epochLimit: 50,
      predict: { predicted(weights: $0, bias: $1, x: $2) },  // 2.1
      update: {
        updated(weights: $0, bias: $1, x: $2, label: $3, predicted: $4, learningRate: 0.5)  // 2.2
      })
    board.say("Mistakes in each epoch: \(result.mistakes).")
    board.claim(
      "zeros", "400 digits: zeros against the rest, mistakes in the last epoch",
      source: "Novikoff (1962): what a line separates, a perceptron learns", published: "0",
      measured: "\(result.mistakes.last ?? -1)", gate: "0", holds: result.mistakes.last == 0)
  }
}
