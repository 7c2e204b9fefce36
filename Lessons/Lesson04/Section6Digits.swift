import Datasets
import LessonKit
import MiniTensor

extension Lesson04 {
  /// Two hidden layers learn to read the handwriting of people they have never met.
  static func readDigits(_ board: Board) throws {
    board.section("Reading digits")
    board.say(
      """
      So far the weights were written down. Nobody can write down what makes a 3. So show the \
      network 3,823 digits that thirty people wrote, and let it find its weights; then ask it about \
      1,797 digits of thirteen other people. Ten output neurons give ten scores, the logits, and \
      the softmax turns them into probabilities.
      """)
    board.formula(
      """
      p_k  = e^(z_k - m) / sum_j e^(z_j - m)             m: the largest score
      loss = -log p_label = log(sum_j e^(z_j)) - z_label
      """)
    board.say(
      """
      The loss says how wrong an answer was: 0 when the network was sure and right, large when it \
      was sure and wrong.
      """)
    explainTheShift(board)

    let digits = try Digits.load()
    let epochs = board.isQuick ? 12 : 30
    let sizes = [64, board.wholeSetting("hidden"), 64, 10]
    let rate = Float(board.setting("learning-rate"))
    let run = board.progress("training", total: epochs, unit: "epochs") { tick in
      train(on: digits, sizes: sizes, epochs: epochs, learningRate: rate, seed: board.seed) {
        accuracy in
        tick(note: "test digits right: \(accuracy, percent: 1)")
      }
    }
    let linear = board.progress("training without hidden layers", total: epochs, unit: "epochs") {
      tick in
      train(on: digits, sizes: [64, 10], epochs: epochs, learningRate: rate, seed: board.seed) {
        _ in tick()
      }
    }
    board.say(
      """
      How the weights are found is a closed box for now (ClosedBox.swift; lesson 05 opens it). \
      What goes in: \(digits.train.count, grouped: true) digits, \(epochs) times over, in batches \
      of 32.
      """)
    watchTheMoons(board)
    board.say("And what comes out with the digits, after every epoch:")
    board.draw(
      Figure(
        "Learning to read",
        caption: "The test digits are only watched: nothing is chosen by them.",
        x: "epoch", y: "digits read wrongly [%]", name: "learning-curve"
      ) {
        Lines(x: 1...epochs, y: run.trainErrors, name: "training digits")
        Lines(x: 1...epochs, y: run.testErrors, name: "test digits, other writers")
        Lines(
          x: 1...epochs, y: linear.testErrors, name: "test, no hidden layer", style: .dotted)
      })

    let logits = run.network(digits.test.images)  // [1797, 10]
    let accuracy = Classification.accuracy(logits, labels: digits.test.labels)
    let linearAccuracy = 1 - linear.testErrors.last! / 100
    let trainAccuracy = 1 - run.trainErrors.last! / 100
    board.table(
      ["reader", "numbers learned", "test digits right"],
      [
        [
          "no hidden layer: 64-10", "\(linear.network.parameterCount, grouped: true)",
          "\(linearAccuracy, percent: 1)",
        ],
        [
          "two hidden layers: 64-\(sizes[1])-64-10", "\(run.network.parameterCount, grouped: true)",
          "\(accuracy, percent: 1)",
        ],
        ["the nearest training digit (published, UCI)", "it keeps all 3,823", "98.0 %"],
      ])
    lookAtMistakes(board, digits.test, logits)
    board.say(
      """
      On the digits it has seen it errs \((1 - trainAccuracy) * 3823, decimals: 0) times in 3,823. \
      Section 4 promised that it can learn them by heart. Of strangers' digits it reads \
      \(accuracy, percent: 1). Comparing with every known digit reads 98.0 %. To beat that, a network must know that \
      a picture is a picture: lesson 09.
      """)

    board.claim(
      "digits", "an MLP reads the UCI test digits",
      source: "this course; UCI notes on optdigits: nearest neighbour 98.00 %",
      published: "at least 96 %", measured: "\(accuracy, percent: 2)", gate: "at least 96 %",
      holds: accuracy >= 0.96)
  }

  /// What `softmax` gives with and without the shift by the largest score.
  private static func explainTheShift(_ board: Board) {
    let rows: [[Float]] = [[2, 1, 0], [80, 79, 78], [90, 89, 88]]
    board.table(
      ["scores", "e^z / sum of e^z", "with the largest taken away first"],
      rows.map { scores in
        let logits = Tensor([scores])
        let exponentials = logits.exp()
        let naive = (exponentials / exponentials.sum()).scalars
        let stable = Classification.softmax(logits).scalars
        return ["\(scores)", "\(naive, decimals: 3)", "\(stable, decimals: 3)"]
      },
      title: "The same differences, the same probabilities - until e^z leaves the range of a Float:"
    )
  }

  /// The confusion matrix, and the answers that were wrong with the greatest confidence.
  private static func lookAtMistakes(_ board: Board, _ test: ImageSet, _ logits: Tensor) {
    let answers = logits.argmax(axis: 1)
    let probabilities = Classification.softmax(logits)  // [1797, 10]
    let confusion = Classification.confusion(answers, labels: test.labels, classes: 10)
    let names = test.classNames.map { Text(verbatim: $0) }
    let errors = confusion.enumerated().map { label, row in
      row.enumerated().map { answer, count in answer == label ? 0 : count }
    }
    board.draw(
      Figure(
        "Which digit is taken for which",
        caption: """
          The \(errors.joined().reduce(0, +)) mistakes; the \
          \(zip(answers, test.labels).count { $0 == $1 }, grouped: true) right answers are left out.
          """,
        x: "answered", y: "written", name: "confusion"
      ) { HeatMap(errors, rows: names, columns: names) })

    func surprise(_ index: Int) -> Float { -probabilities[index, test.labels[index]] }
    let worst = test.labels.indices.filter { answers[$0] != test.labels[$0] }
      .sorted { surprise($0) > surprise($1) }.prefix(10)
    board.draw(
      Figure(
        "The ten worst mistakes",
        caption: "Written, read as, and how sure the network was.", name: "worst-mistakes"
      ) {
        ImageGrid(
          worst.map { test.images.row($0).scalars }, width: test.width,
          captions: worst.map {
            "\(test.labels[$0]) as \(answers[$0]), \(probabilities[$0, answers[$0]], percent: 0)"
          }, columns: 5)
      })
  }

  /// A trained network and how it learned.
  private struct TrainingRun {
    var network: MultilayerPerceptron
    var trainErrors: [Double] = []  // percent, after each epoch
    var testErrors: [Double] = []
  }

  /// Hands the digits to the closed box, epoch after epoch, with a learning rate that falls to
  /// zero.
  private static func train(
    on digits: TrainTest<ImageSet>, sizes: [Int], epochs: Int, learningRate: Float,
    seed: UInt64,
    afterEpoch: (_ testAccuracy: Double) -> Void
  ) -> TrainingRun {
    var generator = RandomGenerator(seed: seed)
    var box = ClosedBox(
      MultilayerPerceptron(
        sizes: sizes, hidden: .relu, gain: Float(2).squareRoot(), using: &generator))
    var run = TrainingRun(network: box.network)
    for epoch in 0..<epochs {
      let batches = digits.train.batches(of: 32, using: &generator)
      for (step, batch) in batches.enumerated() {
        let progress = (Float(epoch) + Float(step) / Float(batches.count)) / Float(epochs)
        _ = box.step(
          digits.train.images.rows(batch), labels: batch.map { digits.train.labels[$0] },
          learningRate: learningRate * (1 - progress))
      }
      run.network = box.network
      let right = [digits.train, digits.test].map {
        Classification.accuracy(box.network($0.images), labels: $0.labels)
      }
      run.trainErrors.append(100 * (1 - right[0]))
      run.testErrors.append(100 * (1 - right[1]))
      afterEpoch(right[1])
    }
    return run
  }
}
