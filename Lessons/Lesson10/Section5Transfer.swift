import Datasets
import Experiments
import LessonKit
import MiniTensor

extension Lesson10 {
  /// Tops and bags teach filters; trousers, dresses and shoes are learned from five pictures each.
  static func transferFeatures(_ board: Board) throws {
    board.section("Learn here, use there")
    board.say(
      """
      Filters that see edges, folds and outlines serve every task with edges, folds and outlines. \
      So learn them where there are many examples, and take them along to where there are few. \
      Here: learn T-shirts, pullovers, coats, shirts and bags from three thousand pictures; then \
      trousers, dresses, sandals, sneakers and boots from five pictures of each, three ways.
      """)
    board.listing(
      """
      from scratch      new filters, new head, all learn
      frozen features   the old filters stay as they are, a new head learns
      fine-tuning       the old filters and a new head, all learn
      """)
    let clothes = try FashionMNIST.load()
    let old = clothes.train.only([0, 2, 4, 6, 8])
    let new = clothes.train.only([1, 3, 5, 7, 9])
    let test = clothes.test.only([1, 3, 5, 7, 9])
    var generator = RandomGenerator(seed: board.seed)
    let teacher = TwoPartNetwork(classes: 5, using: &generator)
    let epochs = board.isQuick ? 1 : 3
    let rate = Float(board.setting("transfer-rate"))
    board.progress("learning tops and bags", total: epochs, unit: "epochs") { tick in
      train(
        teacher, on: old.images, old.labels, with: Adam(teacher.parameters, learningRate: rate),
        epochs: epochs, batchSize: 64, using: &generator, tick: { _ in tick() })
    }
    let learned = teacher.features.parameters.map(\.value)

    let draws = board.isQuick ? 2 : 6
    let marks = board.isQuick ? [2, 5, 10] : [2, 5, 10, 20, 40]
    let scores = board.progress("learning the rest", total: 3 * draws, unit: "networks") { tick in
      concurrently(draws, seed: board.seed, tick: { tick() }) { _, generator, tick in
        let rows = fiveOfEach(new.labels, using: &generator)
        let few = Task(images: new.images.rows(rows), labels: rows.map { new.labels[$0] })
        return Way.allCases.map { way in
          defer { tick() }
          return follow(
            way, from: learned, few, test, marks, learningRate: rate, using: &generator)
        }
      }
    }
    show(board, scores, marks)
  }

  /// Trains one network on the few pictures and tests it after the marked epochs.
  private static func follow(
    _ way: Way, from learned: [Tensor], _ few: Task, _ test: Task, _ marks: [Int],
    learningRate: Float, using generator: inout RandomGenerator
  ) -> [Double] {
    let (network, learning) = way.start(learned, classes: 5, using: &generator)
    var scores: [Double] = []
    train(
      network, on: few.images, few.labels, with: Adam(learning, learningRate: learningRate),
      epochs: marks[marks.count - 1], batchSize: 5, using: &generator,
      tick: { epoch in
        if marks.contains(epoch) { scores.append(accuracy(of: network, test.images, test.labels)) }
      })
    return scores
  }

  private static func show(_ board: Board, _ scores: [[[Double]]], _ marks: [Int]) {
    let names: [Text] = ["from scratch", "frozen features", "fine-tuning"]
    let means = names.indices.map { way in
      marks.indices.map { mark in scores.map { $0[way][mark] }.mean }
    }
    board.draw(
      Figure(
        "Five pictures of each, looked at again and again", x: "epochs", y: "share right",
        name: "transfer"
      ) {
        for (name, scores) in zip(names, means) { Lines(x: marks, y: scores, name: name) }
      })
    let last = marks.count - 1
    board.table(
      ["", "after \(marks[1]) epochs", "after \(marks[last])", "lowest", "highest"],
      names.indices.map { way in
        let ends = scores.map { $0[way][last] }
        return [
          names[way], "\(means[way][1], percent: 1)", "\(means[way][last], percent: 1)",
          "\(ends.min() ?? 0, percent: 1)", "\(ends.max() ?? 0, percent: 1)",
        ]
      }, title: "Test pictures right, over \(scores.count) draws of the twenty-five:")
    board.ungatedClaim(
      "transfer", "old features help to learn from little",
      source: "J. Yosinski et al., How transferable are features in deep neural networks?, 2014",
      published: "better than from scratch, fine-tuned best",
      measured: """
        \(means[0][last], percent: 1) from scratch, \(means[1][last], percent: 1) frozen, \
        \(means[2][last], percent: 1) fine-tuned
        """,
      reason: """
        other pictures and another network than theirs; how much is gained depends on which five \
        pictures one has
        """)
    board.say(
      """
      What was learned on pullovers helps with boots, and it helps most at the beginning. Frozen \
      features are the cheapest: only the head learns, and with so few pictures that is also \
      safe. The gain depends on how much alike the two tasks are, and on how little there is of \
      the new one.
      """)
  }

  /// Five rows of each of the five classes.
  private static func fiveOfEach(
    _ labels: [Int], using generator: inout RandomGenerator
  ) -> [Int] {
    let order = generator.permutation(labels.count)
    return (0..<5).flatMap { label in order.filter { labels[$0] == label }.prefix(5) }
  }
}

/// Pictures and labels of one task.
struct Task: Sendable {
  var images: Tensor  // [n, 1, 28, 28]
  var labels: [Int]
}

extension ImageSet {
  /// The pictures of some classes, with labels counted in the order given.
  func only(_ classes: [Int]) -> Task {
    let rows = labels.indices.filter { classes.contains(labels[$0]) }
    return Task(
      images: images.rows(rows).reshaped(rows.count, 1, height, width),
      labels: rows.map { classes.firstIndex(of: labels[$0])! })
  }
}
