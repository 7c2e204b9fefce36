import Datasets
import Experiments
import LessonKit
import MiniTensor

extension Lesson09 {
  /// What those reach who keep all examples, and a small network on the same digits.
  static func meetTheNeighbours(_ board: Board) throws {
    board.section("Ask the neighbours first")
    board.say(
      """
      Before one praises a network, one asks the laziest method there is. *k nearest neighbours* \
      learns nothing. It keeps all examples, looks for the k that differ least from the new one, pixel \
      by pixel, and lets them vote. On small, well-centred digits of 8 x 8 pixels that is hard to \
      beat.
      """)
    let digits = try Digits.load(pixels: 0...16)
    let neighbours = NearestNeighbours(examples: digits.train.images, labels: digits.train.labels)
    let shares = neighbours.accuracies(
      digits.test.images, digits.test.labels, neighbours: [1, 3, 5])
    let examples = digits.test.rows(0..<1617)
    let others = digits.test.rows(1617..<1797)
    let small = NearestNeighbours(examples: examples.images, labels: examples.labels)
      .accuracies(others.images, others.labels, neighbours: [5])[0]
    let (convolutional, logistic) = try readDigits(board)

    board.table(
      ["reader", "test digits read"],
      [
        ["1 nearest neighbour", "\(shares[0], percent: 2)"],
        ["3 nearest neighbours", "\(shares[1], percent: 2)"],
        ["5 nearest neighbours", "\(shares[2], percent: 2)"],
        [
          "convolutional, \(convolutional.weights, grouped: true) weights, mean of 3",
          "\(convolutional.accuracy, percent: 2)",
        ],
      ], title: "3,823 digits to learn from, 1,797 of other writers to be tested on:")
    board.draw(
      Figure(
        "Sixteen learned kernels, 3 x 3",
        caption: "The first layer's. Weights below zero have a colour of their own.",
        name: "digit-kernels"
      ) {
        ImageGrid(convolutional.kernels, width: 3, columns: 8)
      })
    board.draw(
      Film(
        "The windows while they learn",
        caption: "The same sixteen windows before the first epoch and after each.",
        over: convolutional.history.enumerated(), label: { "epoch \($0.offset)" },
        name: "film-kernels"
      ) { moment in
        ImageGrid(moment.element, width: 3, columns: 8)
      })
    board.say(
      """
      Nobody drew these sixteen windows; they began as noise, and with nine weights there is little \
      to see. Look for edges: ink on one side, none on the other, upright, level or slanting. On \
      these digits they bring little over the neighbours, because the digits are all of one size and \
      stand in the middle. A method that knows nothing of moving pictures does well where nothing \
      moves.
      """)

    let source: Text = "UCI Machine Learning Repository, optdigits.names (1998)"
    board.claim(
      "optdigits-neighbours", "optdigits, 1, 3 and 5 neighbours", source: source,
      published: "98.00, 97.83, 97.89 %",
      measured: "\(shares.map { 100 * $0 }, decimals: 2) %", gate: "exact",
      holds: zip(shares, [98.00, 97.83, 97.89]).allSatisfy { abs(100 * $0 - $1) < 0.005 })
    board.claim(
      "scikit-neighbours", "scikit-learn digits, 5 neighbours",
      source: "scikit-learn, example \"Digits classification exercise\"", published: "0.9611",
      measured: "\(small, decimals: 4)", gate: "exact", holds: abs(small - 0.9611) < 0.00005)
    board.ungatedClaim(
      "scikit-logistic", "scikit-learn digits, logistic regression",
      source: "scikit-learn, the same example", published: "0.9333",
      measured: "\(logistic, decimals: 4)",
      reason: "another optimizer and no penalty: one digit of the 180 is 0.0056")
    board.claim(
      "optdigits-cnn", "optdigits, a convolutional network, mean of 3",
      source: "the course's own gate", published: "none",
      measured: "\(convolutional.accuracy, percent: 2)", gate: ">= 97.5 %",
      holds: convolutional.accuracy >= 0.975,
      notQuick: "trained for 3 epochs with --quick, not 12")
  }

  /// A trained reader of digits, or the mean of several: what it reaches, and the windows of its
  /// first layer.
  struct DigitReading {
    let accuracy: Double
    let weights: Int
    let kernels: [[Float]]
    /// The same windows before the first epoch and after each.
    var history: [[[Float]]] = []
  }

  /// The convolutional network on the large split, and logistic regression on the small one.
  private static func readDigits(
    _ board: Board
  ) throws -> (convolutional: DigitReading, logistic: Double) {
    let digits = try Digits.load()
    let chosen = board.wholeSetting("digit-epochs")
    let epochs = board.isQuick ? min(3, chosen) : chosen
    let networks = 3
    let readings = board.progress("digits", total: networks * epochs, unit: "epochs") { tick in
      concurrently(networks + 1, seed: board.seed, tick: { tick() }) { number, generator, done in
        if number == networks {
          let classifier = Classifier.logistic(inputs: 64, using: &generator)
          let train = digits.test.rows(0..<1617)
          let test = digits.test.rows(1617..<1797)
          classifier.train(
            on: .init(examples: train.images, labels: train.labels),
            .init(epochs: 30, batchSize: 32, learningRate: 0.01), using: &generator)
          return DigitReading(
            accuracy: classifier.accuracy(on: test.images, test.labels), weights: 650, kernels: [])
        }
        let classifier = Classifier.digitReader(using: &generator)
        var history = [classifier.firstKernels]
        classifier.train(
          on: .init(examples: digits.train.images, labels: digits.train.labels),
          .init(epochs: epochs, batchSize: 32, learningRate: 0.004), using: &generator
        ) {
          history.append(classifier.firstKernels)
          done()
        }
        return DigitReading(
          accuracy: classifier.accuracy(on: digits.test.images, digits.test.labels),
          weights: classifier.network.parameterCount, kernels: classifier.firstKernels,
          history: history)
      }
    }
    let first = readings[0]
    let mean = readings[..<networks].map(\.accuracy).mean
    return (
      DigitReading(
        accuracy: mean, weights: first.weights, kernels: first.kernels, history: first.history),
      readings[networks].accuracy
    )
  }
}

extension Classifier {
  /// The windows of the first layer, which is a convolution of one channel.
  var firstKernels: [[Float]] {
    let weight = network.parameters[0].value  // [kernels, 1, height, width]
    return (0..<weight.shape[0]).map { weight.row($0).scalars }
  }
}
