import Datasets
import Experiments
import LessonKit
import MiniTensor

extension Lesson09 {
  /// Readers of forty points, and the control: the same points in another order.
  static func readSignals(_ board: Board) throws {
    board.section("Forty points, six readers")
    board.say(
      """
      On the usual handwritten digits every method is right 95 times in 100, and one learns little about \
      the method. Sam Greydanus made a smaller set that is harder: MNIST-1D, 4,000 such signals to \
      learn from and 1,000 to be tested on. The digit may stand anywhere, so a reader that has \
      weights for points is lost.
      """)
    board.say(
      """
      And there is a control. Shuffle the forty points, in the same way for every signal. To a \
      fully connected network nothing has changed: it never knew which points are neighbours. To a \
      convolution everything has: its window now sees points that have nothing to do with each other.
      """)
    let data = try MNIST1D.load()
    let steps = board.options.flag("full") ? 6000 : board.isQuick ? 800 : 2000
    let scores = trainReaders(data, steps: steps, board)
    show(scores, neighbours(data), steps: steps, board)
    claim(scores, steps: steps, board)
  }

  /// Who reads, and what.
  enum Reader: CaseIterable {
    // The slowest first: two of them run at a time.
    case recurrent, convolution, shuffledConvolution, perceptron, shuffledPerceptron, logistic

    var isShuffled: Bool { self == .shuffledConvolution || self == .shuffledPerceptron }

    /// How often it is trained; the mean counts.
    ///
    /// From run to run a reader changes by a point or two, and the fully connected one by four: the
    /// rate is constant, and the last epoch may be a bad one. The mean of eight changes by a third
    /// of that.
    var runs: Int {
      switch self {
      case .recurrent: 1
      case .logistic, .convolution, .shuffledConvolution: 3
      case .perceptron, .shuffledPerceptron: 8
      }
    }

    /// Whether its progress is drawn.
    var isWatched: Bool { self != .recurrent && self != .shuffledPerceptron }

    func network(using generator: inout RandomGenerator) -> Classifier {
      switch self {
      case .recurrent: .recurrentReader(using: &generator)
      case .convolution, .shuffledConvolution: .signalReader(using: &generator)
      case .perceptron, .shuffledPerceptron: .perceptron([40, 100, 100, 10], using: &generator)
      case .logistic: .logistic(inputs: 40, using: &generator)
      }
    }
  }

  /// What became of a reader.
  struct Reading: Sendable {
    let accuracy: Double
    let weights: Int
    /// The accuracy on the test signals after each epoch, for those that are watched.
    let curve: [Double]

    /// The mean of several runs.
    static func mean(_ runs: [Reading]) -> Reading {
      Reading(
        accuracy: runs.map(\.accuracy).mean, weights: runs[0].weights,
        curve: runs[0].curve.indices.map { epoch in runs.map { $0.curve[epoch] }.mean })
    }
  }

  private static func trainReaders(
    _ data: TrainTest<LabelledSet>, steps: Int, _ board: Board
  ) -> [Reader: Reading] {
    let readers = Reader.allCases.filter { $0 != .recurrent || !board.isQuick }
      .flatMap { Array(repeating: $0, count: $0.runs) }
    let epochs = steps / 40
    let rate = Float(board.setting("signal-rate"))
    let order = RandomGenerator(seed: board.seed).shuffledPoints
    let readings = board.progress("reading", total: readers.count * epochs, unit: "epochs") {
      tick in
      concurrently(readers.count, seed: board.seed, tick: { tick() }) { number, generator, done in
        let reader = readers[number]
        let train = reader.isShuffled ? data.train.features.columns(order) : data.train.features
        let test = reader.isShuffled ? data.test.features.columns(order) : data.test.features
        let classifier = reader.network(using: &generator)
        let plan = Classifier.Plan(
          epochs: epochs, batchSize: 100, learningRate: rate, rateFalls: false)
        var curve: [Double] = []
        classifier.train(
          on: .init(examples: train, labels: data.train.labels), plan, using: &generator
        ) {
          if reader.isWatched { curve.append(classifier.accuracy(on: test, data.test.labels)) }
          done()
        }
        return Reading(
          accuracy: curve.last ?? classifier.accuracy(on: test, data.test.labels),
          weights: classifier.network.parameterCount, curve: curve)
      }
    }
    return Dictionary(grouping: zip(readers, readings), by: \.0)
      .mapValues { Reading.mean($0.map(\.1)) }
  }

  private static func neighbours(_ data: TrainTest<LabelledSet>) -> Double {
    NearestNeighbours(examples: data.train.features, labels: data.train.labels)
      .accuracies(data.test.features, data.test.labels, neighbours: [5])[0]
  }

  private static func show(
    _ scores: [Reader: Reading], _ neighbours: Double, steps: Int, _ board: Board
  ) {
    let epochs = steps / 40
    board.draw(
      Figure(
        "Signals read, epoch by epoch", x: "epoch", y: Axis("test signals read (%)"),
        name: "signals"
      ) {
        for (reader, name) in [
          (Reader.convolution, "convolutional" as Text), (.perceptron, "fully connected"),
          (.shuffledConvolution, "convolutional, points shuffled"), (.logistic, "logistic"),
        ] {
          Lines(x: 1...epochs, y: scores[reader]!.curve.map { 100 * $0 }, name: name)
        }
      })
    func row(_ name: Text, _ published: Text, _ plain: Reader?, _ shuffled: Reader?) -> [Text] {
      func percent(_ reader: Reader?) -> Text {
        reader.map { "\(scores[$0]!.accuracy, percent: 1)" } ?? ""
      }
      return [
        name, plain.map { "\(scores[$0]!.weights, grouped: true)" } ?? "", published,
        percent(plain), percent(shuffled),
      ]
    }
    board.table(
      ["reader", "weights", "published", "here", "shuffled"],
      [
        row("logistic regression", "32 %", .logistic, nil),
        ["5 nearest neighbours", "", "", "\(neighbours, percent: 1)", "the same"],
        row("40-100-100-10", "68 %", .perceptron, .shuffledPerceptron),
        row("convolutional", "94 % (shuffled 56 %)", .convolution, .shuffledConvolution),
        board.isQuick
          ? ["recurrent (GRU)", "5,134", "91 %", "not run", ""]
          : row("recurrent (GRU)", "91 %", .recurrent, nil),
        ["people", "", "96 %", "", ""],
      ],
      title: """
        After \(steps, grouped: true) steps of 100 signals, Adam 0.01 (mean of 3 runs, \
        40-100-100-10 of 8, recurrent 1):
        """)
    board.say(
      """
      The convolutional network has a third of the weights of the fully connected one and far fewer \
      errors. Shuffled, it loses all of that. So it is not the cleverer method for everything: it \
      *assumes* that neighbours belong together and that a shape means the same wherever it stands. \
      Where that is true, it need not be learned. Such an assumption is called an *inductive bias*. \
      (The recurrent network walks along the signal, one point after another, and so it assumes \
      the same; how, is told in lessons 11 and 12.)
      """)
  }

  private static func claim(_ scores: [Reader: Reading], steps: Int, _ board: Board) {
    let source: Text = "Greydanus and Kobak, ICML 41 (2024)"
    func claim(
      _ id: String, _ statement: Text, _ published: Text, _ reader: Reader,
      _ range: ClosedRange<Double>, _ gate: Text, inQuick: Bool = false
    ) {
      let accuracy = scores[reader]!.accuracy
      let statement: Text = "MNIST-1D: \(statement)"
      board.claim(
        id, statement, source: source, published: published,
        measured: "\(accuracy, percent: 1)", gate: gate, holds: range.contains(accuracy),
        notQuick: inQuick ? nil : "\(steps) steps with --quick, not 2,000")
    }
    claim(
      "mnist1d-logistic", "logistic regression, mean of 3 runs", "32 %", .logistic, 0.29...0.35,
      "29-35 %",
      inQuick: true)
    claim(
      "mnist1d-mlp", "fully connected, mean of 8 runs", "68 %", .perceptron, 0.6...0.7, "60-70 %")
    claim(
      "mnist1d-cnn", "convolutional, mean of 3 runs", "94 %", .convolution, 0.88...1, ">= 88 %")
    board.ungatedClaim(
      "mnist1d-gru", "MNIST-1D: recurrent (GRU, both ways)", source: source, published: "91 %",
      measured: scores[.recurrent].map { "\($0.accuracy, percent: 1)" } ?? "not run",
      reason: board.isQuick
        ? "too slow for --quick"
        : "shown for comparison; recurrent networks are the subject of lessons 11 and 12")
    claim(
      "mnist1d-shuffled", "convolutional, points shuffled, mean of 3 runs", "56 %",
      .shuffledConvolution, 0...0.63,
      "<= 63 %", inQuick: true)
  }
}

extension RandomGenerator {
  /// One order of the forty points, for all signals.
  fileprivate var shuffledPoints: [Int] {
    var generator = self
    return generator.permutation(40)
  }
}
