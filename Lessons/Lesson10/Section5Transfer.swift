import Datasets
import LessonKit
import MiniTensor

/// What a network reads a picture with, and what it answers with.
struct TwoPartNetwork: Layer {
  /// **Shape** `[batch, 1, 28, 28]` -> `[batch, 784]`.
  let features: Sequential
  /// **Shape** `[batch, 784]` -> `[batch, classes]`.
  var head: Linear

  init(classes: Int, using generator: inout RandomGenerator) {
    features = Sequential(
      Conv2D(inputChannels: 1, outputChannels: 8, kernelSize: 5, padding: 2, using: &generator),
      Activation.relu, MaxPool2D(size: 2),  // [batch, 8, 14, 14]
      Conv2D(inputChannels: 8, outputChannels: 16, kernelSize: 5, padding: 2, using: &generator),
      Activation.relu, MaxPool2D(size: 2), Flatten())  // [batch, 784]
    head = Linear(inputSize: 784, outputSize: classes, using: &generator)
  }

  var parameters: [Variable] { features.parameters + head.parameters }

  func callAsFunction(_ input: Variable) -> Variable { head(features(input)) }

  /// The same filters with a new head, which knows nothing yet.
  ///
  /// The weights are copied: what the new network learns leaves the old one as it was.
  func withNewHead(classes: Int, using generator: inout RandomGenerator) -> TwoPartNetwork {
    let copy = TwoPartNetwork(classes: classes, using: &generator)
    for (new, old) in zip(copy.features.parameters, features.parameters) { new.value = old.value }
    return copy
  }
}

extension Lesson10 {
  /// The digits 0 to 4 teach filters; 5 to 9 are learned from a handful of each.
  static func transferFeatures(_ board: Board) throws {
    board.section("Learn here, use there")
    board.say(
      """
      Filters that see strokes and corners serve every task with strokes and corners. So learn \
      them where there are many examples, and take them along to where there are few. Here: learn \
      the digits 0 to 4 from two thousand pictures; then learn 5 to 9 from ten of each, three ways.
      """)
    board.formula(
      """
      from scratch      new filters, new head, all learn
      frozen features   the old filters stay as they are, a new head learns
      fine-tuning       the old filters and a new head, all learn
      """)
    let mnist = try MNIST.load()
    let old = mnist.train.only { $0 < 5 }
    let new = mnist.train.only { $0 >= 5 }
    let test = mnist.test.only { $0 >= 5 }
    let draws = board.isQuick ? 2 : 6
    var generator = RandomGenerator(seed: board.seed)
    let teacher = TwoPartNetwork(classes: 5, using: &generator)
    board.progress("learning 0 to 4", total: board.isQuick ? 1 : 3, unit: "epochs") { tick in
      train(
        teacher, on: old.images, old.labels, with: Adam(teacher.parameters, learningRate: 2e-3),
        epochs: board.isQuick ? 1 : 3, batchSize: 64, using: &generator, tick: { tick() })
    }
    let learned = TeacherWeights(teacher)
    let scores = board.progress("learning 5 to 9", total: draws * 3, unit: "networks") { tick in
      concurrently(draws, seed: board.seed, tick: { tick() }) { _, generator, tick in
        let rows = tenOfEach(new.labels, using: &generator)
        let (images, labels) = (new.images.rows(rows), rows.map { new.labels[$0] })
        return (0..<3).map { way -> Double in
          let model: TwoPartNetwork
          if way == 0 {
            model = TwoPartNetwork(classes: 5, using: &generator)
          } else {
            model = learned.network(using: &generator).withNewHead(classes: 5, using: &generator)
          }
          let learning = way == 1 ? model.head.parameters : model.parameters
          train(
            model, on: images, labels, with: Adam(learning, learningRate: 2e-3), epochs: 40,
            batchSize: 10, using: &generator)
          tick()
          return accuracy(of: model, test.images, test.labels)
        }
      }
    }
    let means = (0..<3).map { way in scores.map { $0[way] }.mean }
    let names: [Text] = ["from scratch", "frozen features", "fine-tuning"]
    board.draw(
      Figure("5 to 9 from ten pictures of each", name: "transfer") {
        Bars(names, means.map { 100 * $0 })
      })
    board.table(
      ["", "test digits right", "lowest", "highest"],
      (0..<3).map { way in
        let column = scores.map { $0[way] }
        return [
          names[way], "\(means[way], percent: 1)", "\(column.min() ?? 0, percent: 1)",
          "\(column.max() ?? 0, percent: 1)",
        ]
      }, title: "Each way over \(draws) draws of the fifty pictures:")
  }

  /// Ten rows of each of the five classes.
  private static func tenOfEach(
    _ labels: [Int], using generator: inout RandomGenerator
  ) -> [Int] {
    let order = generator.permutation(labels.count)
    return (0..<5).flatMap { label in order.filter { labels[$0] == label }.prefix(10) }
  }
}

/// The weights of a network as values, which may cross from one thread to another.
struct TeacherWeights: Sendable {
  private let values: [Tensor]

  init(_ network: TwoPartNetwork) { values = network.parameters.map(\.value) }

  /// A network with these weights.
  func network(using generator: inout RandomGenerator) -> TwoPartNetwork {
    let network = TwoPartNetwork(classes: 5, using: &generator)
    for (parameter, value) in zip(network.parameters, values) { parameter.value = value }
    return network
  }
}

/// Pictures and labels of one task.
struct Task: Sendable {
  var images: Tensor  // [n, 1, 28, 28]
  var labels: [Int]  // 0 to 4
}

extension ImageSet {
  /// The digits that pass, with labels counted from the least of them.
  func only(_ passes: (Int) -> Bool) -> Task {
    let rows = labels.indices.filter { passes(labels[$0]) }
    let least = rows.map { labels[$0] }.min() ?? 0
    return Task(
      images: images.rows(rows).reshaped(rows.count, 1, height, width),
      labels: rows.map { labels[$0] - least })
  }
}
