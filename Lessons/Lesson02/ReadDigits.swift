import Datasets
import LessonKit
import MiniTensor

extension Lesson02 {
  /// Ten perceptrons read handwriting: 3,823 digits to learn from, 1,797 of other people to be
  /// tested on.
  static func readDigits(_ board: Board) throws {
    board.section("Reading digits")
    board.say(
      """
      One neuron says yes or no. Ten of them read: one for each digit, and the highest score \
      wins. After a mistake two neurons move: the one that should have won towards the picture, \
      the one that won away from it.
      """)
    board.formula(
      """
      y^ = the class c with the highest score w_c . x + b_c
      w_y  <- w_y  + x        the right class
      w_y^ <- w_y^ - x        the class that won instead
      """)

    let digits = try Digits.load()
    let training = DigitPictures(digits.train)
    let test = DigitPictures(digits.test)
    let epochs = board.wholeSetting("digit-epochs")
    let runs = board.isQuick ? 3 : 10
    let histories = board.progress("reading 3,823 digits", total: runs * epochs) { tick in
      (0..<runs).map { run in
        history(training, test, epochs: epochs, seed: board.seed(of: "digits", run: run)) { tick() }
      }
    }
    show(histories, training, test, board)
    claim(histories, board)
  }

  /// What one training run left behind.
  private struct History {
    /// The share of test digits read correctly after each epoch, by the last weights and by their
    /// average.
    var last: [Float] = []
    var average: [Float] = []
    /// Mistakes on the training digits in each epoch.
    var mistakes: [Int] = []
    /// The averaged neurons at the end.
    var reader: DigitReader
  }

  private static func history(
    _ training: DigitPictures, _ test: DigitPictures, epochs: Int, seed: UInt64,
    tick: () -> Void
  ) -> History {
    var generator = RandomGenerator(seed: seed)
    var averaged = AveragedReader(classes: 10, inputs: 64)
    var history = History(reader: averaged.average)
    for _ in 1...epochs {
      let mistakes = generator.permutation(training.labels.count).count {
        averaged.learn(training.pixels[$0], label: training.labels[$0])
      }
      history.mistakes.append(mistakes)
      history.last.append(averaged.reader.accuracy(test.pixels, test.labels))
      history.average.append(averaged.average.accuracy(test.pixels, test.labels))
      tick()
    }
    history.reader = averaged.average
    return history
  }

  private static func show(
    _ histories: [History], _ training: DigitPictures, _ test: DigitPictures, _ board: Board
  ) {
    let first = histories[0]
    let epochs = first.mistakes.count
    board.draw(
      Figure("Test digits read correctly", x: "epoch", y: "%", name: "digits") {
        Lines(x: 1...epochs, y: first.last.map { 100 * $0 }, name: "the last weights")
        Lines(x: 1...epochs, y: first.average.map { 100 * $0 }, name: "their average")
      })
    board.say(
      """
      In epoch \(epochs) the ten neurons still make \(first.mistakes[epochs - 1]) mistakes on \
      the training digits, and each of them shakes the weights. So the last weights are good or \
      bad by luck. The average of all weights on the way is quiet, and better.
      """)
    let steps = Float(epochs * training.labels.count)  // the average is kept as a sum
    board.draw(
      Figure(
        "What each neuron looks for",
        caption: "above 0 (blue): ink here speaks for the digit; below 0 (orange): against it",
        name: "weights"
      ) {
        ImageGrid(
          first.reader.neurons.map { $0.weights.map { $0 / steps } }, width: 8,
          captions: (0..<10).map { "\($0)" }, columns: 5)
      })
    showMisread(first.reader, test, board)
    compareReaders(histories, training, test, board)
  }

  /// Some test digits that were read wrongly, to see how forgivable that is.
  private static func showMisread(_ reader: DigitReader, _ test: DigitPictures, _ board: Board) {
    let misread = test.labels.indices
      .filter { reader.answer(test.pixels[$0]) != test.labels[$0] }.prefix(10)
    board.draw(
      Figure(
        "Ten that it misread", caption: "the digit, and what it was taken for", name: "misread"
      ) {
        ImageGrid(
          misread.map { test.pixels[$0] }, width: 8,
          captions: misread.map { "\(test.labels[$0]) as \(reader.answer(test.pixels[$0]))" },
          columns: 5)
      })
  }

  /// The same ten neurons, taught in other ways.
  private static func compareReaders(
    _ histories: [History], _ training: DigitPictures, _ test: DigitPictures, _ board: Board
  ) {
    var alone = DigitReader(classes: 10, inputs: 64)
    var generator = RandomGenerator(seed: board.seed)
    for _ in histories[0].mistakes {
      for i in generator.permutation(training.labels.count) {
        _ = alone.learnOneAgainstAll(training.pixels[i], label: training.labels[i])
      }
    }
    var squares = DigitReader(classes: 10, inputs: 64)
    for digit in 0..<10 { squares.neurons[digit] = LeastSquares.fit(training.against(digit)) }
    let readers: [(Text, Float)] = [
      ("ten perceptrons, each for itself", alone.accuracy(test.pixels, test.labels)),
      ("least squares, one against all", squares.accuracy(test.pixels, test.labels)),
      ("ten perceptrons together, last weights", histories[0].last.last!),
      ("ten perceptrons together, averaged", histories[0].average.last!),
    ]
    board.table(
      ["taught by", "test digits read"], readers.map { [$0, "\($1, percent: 1)"] })
    board.say(
      """
      Least squares loses here: it bends its planes to give every clear digit a score of exactly \
      1, and so wastes them on digits that nobody would misread. A perceptron looks only at its \
      mistakes. Nearest neighbours (98.0 %, lesson 09) show what flat borders leave undone.
      """)
  }

  private static func claim(_ histories: [History], _ board: Board) {
    let last = histories.map { $0.last.last! }.mean
    let average = histories.map { $0.average.last! }.mean
    board.claim(
      "digits", "digits: averaged weights read new ones",
      source: "logistic regression of scikit-learn on the same files",
      published: "logistic regression: 94.8 to 95.4 %",
      measured: "\(average, percent: 1), mean of \(histories.count)",
      gate: "at least 94 %",
      holds: average >= 0.94)
    board.claim(
      "averaging-helps", "digits: the average against the last weights",
      source: "Freund and Schapire, Large margin classification (1999)",
      published: "average ahead of last",
      measured: "\(average, percent: 1) against \(last, percent: 1)",
      gate: "ahead by >= 0.5 points", holds: average - last >= 0.005)
  }
}

/// Pictures of 8 x 8 pixels from 0 to 1, and the digits that they show.
struct DigitPictures {
  /// Sixty-four numbers a picture.
  let pixels: [[Float]]
  /// The digits, 0 to 9.
  let labels: [Int]

  init(_ set: ImageSet) {
    pixels = (0..<set.count).map { set.images.row($0).scalars }
    labels = set.labels
  }

  /// One digit (+1) against all others (-1).
  func against(_ digit: Int) -> Examples {
    Examples(x: pixels, labels: labels.map { $0 == digit ? 1 : -1 })
  }
}
