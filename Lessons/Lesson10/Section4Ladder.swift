import Datasets
import LessonKit
import MiniTensor

extension Lesson10 {
  /// The network of 1989, and one by one what was learned in the 33 years after it.
  static func climbTheLadder(_ board: Board) throws {
    board.section("Thirty-three years, rung by rung")
    board.say(
      """
      In 2022 Andrej Karpathy trained the network that had read postal codes in 1989 once more, \
      and then changed one thing after another to what one does today. We climb the same ladder \
      with fewer digits: 1,000 to learn from and 4,000 to test on, all made 16 by 16 points small.
      """)
    let rungs: [(name: Text, rung: Rung, published: Text)] = [
      ("1989: tanh, squared error, gradient steps", Rung(), "4.09 %"),
      ("cross-entropy instead of squared error", Rung(usesCrossEntropy: true), "4.38 %"),
      ("AdamW instead of plain steps", Rung(usesCrossEntropy: true, usesAdamW: true), "3.59 %"),
      (
        "every digit moved by up to a pixel, anew each time",
        Rung(usesCrossEntropy: true, usesAdamW: true, shifts: true), "2.19 %"
      ),
      (
        "dropout and ReLU",
        Rung(usesCrossEntropy: true, usesAdamW: true, shifts: true, dropout: 0.25, usesReLU: true),
        "1.59 %"
      ),
    ]
    let mnist = try MNIST.load()
    var generator = RandomGenerator(seed: board.seed)
    let digits = mnist.train.joined(with: mnist.test)
      .stratifiedSplit(testShare: 0.8, using: &generator)
    let (trainImages, testImages) = (
      averagedTo16(digits.train.images), averagedTo16(digits.test.images)
    )
    showShifts(board, trainImages, using: &generator)
    let epochs = board.isQuick ? 8 : board.options.flag("full") ? 80 : 40
    let errors = board.progress("climbing", total: rungs.count * epochs, unit: "epochs") { tick in
      concurrently(rungs.count, seed: board.seed, tick: { tick() }) { number, generator, tick in
        let rung = rungs[number].rung
        let model = rung.network(using: &generator)
        train(
          model, on: trainImages, digits.train.labels, with: rung.optimizer(model.parameters),
          epochs: epochs, batchSize: 10, using: &generator,
          change: { images, generator in
            rung.shifts ? shifted(images, using: &generator) : images
          }, loss: rung.loss, tick: tick)
        return 1 - accuracy(of: model, testImages, digits.test.labels)
      }
    }
    board.table(
      ["rung", "Karpathy 2022 (7,291 digits)", "here (1,000 digits)"],
      zip(rungs, errors).map { rung, error in
        [rung.name, rung.published, "\(error, percent: 2)"]
      },
      title: "Test error, each rung with all those above it:")
    let cut = 1 - errors[3] / errors[2]
    let source: Text = "A. Karpathy, Deep neural nets: 33 years ago and 33 years from now, 2022"
    if board.isQuick {
      board.ungatedClaim(
        "augmentation", "moving the digits cuts the error", source: source,
        published: "39 % fewer errors", measured: "\(cut, percent: 0) fewer",
        reason: "8 epochs in a quick run; moved digits take longer to learn")
    } else {
      board.claim(
        "augmentation", "moving the digits cuts the error", source: source,
        published: "3.59 to 2.19 %: 39 % fewer",
        measured: "\(errors[2], percent: 2) to \(errors[3], percent: 2): \(cut, percent: 0) fewer",
        gate: "at least 25 % fewer", holds: cut >= 0.25)
    }
    board.say(
      """
      The largest step costs nothing but an idea: a digit moved by a pixel is the same digit, so \
      a thousand digits are nine thousand. The network cannot learn by heart what never comes \
      twice the same.
      """)
  }

  /// One digit, moved eight times.
  private static func showShifts(
    _ board: Board, _ images: Tensor, using generator: inout RandomGenerator
  ) {
    let copies = images.rows([Int](repeating: 0, count: 8))
    let moved = shifted(copies, using: &generator)
    let all = Tensor.concatenate([images.rows(0..<1), moved], axis: 0)
    board.draw(
      Figure(
        "A digit of 16 x 16 points, and eight random shifts of it", name: "shifts"
      ) {
        ImageGrid(
          (0..<9).map { index in
            all.rows(index..<(index + 1)).scalars
          }, width: 16, columns: 9)
      })
  }
}

extension ImageSet {
  /// The images of both sets.
  func joined(with other: ImageSet) -> ImageSet {
    ImageSet(
      images: Tensor.concatenate([images, other.images], axis: 0), labels: labels + other.labels,
      classNames: classNames, height: height, width: width, pixelRange: pixelRange)
  }
}
