import Datasets
import Experiments
import LessonKit
import MiniTensor

/// What one stack of one depth came to.
struct StackResult: Sendable {
  var accuracy: Double
  /// The same on the digits that it learned from.
  var trainingAccuracy: Double
  /// The size of the gradient at each hidden layer before training.
  var gradients: [Double]
}

extension Lesson10 {
  /// Plain layers on top of each other: the more, the worse.
  static func letDepthDie(_ board: Board) throws {
    board.section("The more layers, the worse")
    board.say(
      """
      Lesson 03 built what one layer cannot do with two, and lesson 04 counted: depth buys \
      exponentially many pieces. So add layers! A network with thirty can do all that one with \
      five can: twenty-five of them need only pass on what they get. Let us try, on handwritten \
      digits: layers of 50 ReLU units, the first weights drawn as most programs drew them, \
      evenly between -1/sqrt(n) and 1/sqrt(n), and Adam.
      """)
    let depths = board.isQuick ? [2, 20] : [2, 5, 10, 15, 20, 30]
    let results = try stackResults(board, depths.map { (.plain, $0) })
    board.draw(
      Figure(
        "Test accuracy against depth", x: "hidden layers", y: "share right", name: "depth"
      ) {
        Lines(x: depths, y: results.map(\.accuracy), name: "plain layers")
      })
    board.table(
      ["hidden layers", "test digits right", "of those it learns from"],
      zip(depths, results).map {
        ["\($0)", "\($1.accuracy, percent: 1)", "\($1.trainingAccuracy, percent: 1)"]
      })
    board.say(
      """
      It is not overfitting: the deep network is as bad on the digits that it learns from. And it \
      is not a lack of ability. The gradient tells the story. On its way down every layer \
      multiplies it by about 0.4, and thirty layers leave a few parts in a million million. What \
      arrives at the first layer is too small to move anything, and what goes up is nearly the \
      same for every digit.
      """)
  }

  /// Trains stacks side by side; each has its own random numbers.
  static func stackResults(
    _ board: Board, _ stacks: [(stack: Stack, depth: Int)]
  ) throws -> [StackResult] {
    let digits = try Digits.load()
    let epochs = board.isQuick ? 5 : 15
    let rate = Float(board.setting("depth-rate"))
    return board.progress("training", total: stacks.count * epochs, unit: "epochs") { tick in
      concurrently(stacks.count, seed: board.seed, tick: { tick() }) { number, generator, tick in
        let (stack, depth) = stacks[number]
        let model = DeepNetwork(stack, depth: depth, using: &generator)
        let gradients = model.gradientSizes(
          digits.train.images.rows(0..<100), Array(digits.train.labels.prefix(100)),
          using: &generator)
        for parameter in model.parameters { parameter.zeroGradient() }
        train(
          model, on: digits.train.images, digits.train.labels,
          with: Adam(model.parameters, learningRate: rate), epochs: epochs, batchSize: 64,
          using: &generator, tick: { _ in tick() })
        return StackResult(
          accuracy: accuracy(of: model, digits.test.images, digits.test.labels),
          trainingAccuracy: accuracy(of: model, digits.train.images, digits.train.labels),
          gradients: gradients)
      }
    }
  }
}
