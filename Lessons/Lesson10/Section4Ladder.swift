import Datasets
import Experiments
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
      with fewer digits: 1,000 to learn from and 4,000 to test on, all made 16 by 16 points small. \
      Every network sees its thousand eighty times, at a rate that falls to a tenth.
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
    let mnist = try MNIST.load(pixels: -1...1)
    let all = mnist.train.joined(with: mnist.test)
    let images = averagedTo16(all.images)
    showShifts(board, images.rows(0..<1))
    let epochs = board.isQuick ? 5 : 80
    let runs = board.isQuick ? 1 : board.options.flag("full") ? 5 : 2
    let count = rungs.count * runs
    var generator = RandomGenerator(seed: board.seed)
    let orders = (0..<runs).map { _ in generator.permutation(all.labels.count) }
    let results = board.progress("climbing", total: count * epochs, unit: "epochs") { tick in
      concurrently(count, seed: board.seed, tick: { tick() }) { number, generator, tick in
        let rung = rungs[number % rungs.count].rung
        return testError(
          rung, images, all.labels, order: orders[number / rungs.count], epochs: epochs,
          using: &generator, tick: tick)
      }
    }
    let errors = rungs.indices.map { rung in
      (0..<runs).map { results[$0 * rungs.count + rung] }.mean
    }
    board.table(
      ["rung", "Karpathy 2022 (7,291 digits)", "here (1,000 digits)"],
      zip(rungs, errors).map { rung, error in
        [rung.name, rung.published, "\(error, percent: 2)"]
      },
      title: "Test error, each rung with all those above it (mean of \(runs)):")
    claimShifts(board, before: errors[2], after: errors[3])
    board.say(
      """
      The largest step costs nothing but an idea: a digit moved by a pixel is the same digit, so \
      a thousand digits are nine thousand. The network cannot learn by heart what never comes \
      twice the same.
      """)
  }

  /// Trains one network on the first 1,000 digits of the order and counts its errors on the rest.
  private static func testError(
    _ rung: Rung, _ images: Tensor, _ labels: [Int], order: [Int], epochs: Int,
    using generator: inout RandomGenerator, tick: () -> Void
  ) -> Double {
    let (known, unknown) = (Array(order[..<1000]), Array(order[1000...]))
    let batchSize = 20
    let steps = Float(epochs * known.count / batchSize)
    let model = rung.network(using: &generator)
    train(
      model, on: images.rows(known), known.map { labels[$0] },
      with: rung.optimizer(model.parameters), epochs: epochs, batchSize: batchSize,
      schedule: LearningRateSchedule { 1 - 0.9 * Float($0) / steps }, using: &generator,
      change: { images, generator in
        rung.shifts ? shifted(images, empty: -1, using: &generator) : images
      }, loss: rung.loss, tick: { _ in tick() })
    return 1 - accuracy(of: model, images.rows(unknown), unknown.map { labels[$0] })
  }

  private static func claimShifts(_ board: Board, before: Double, after: Double) {
    let cut = 1 - after / before
    let source: Text = "A. Karpathy, Deep neural nets: 33 years ago and 33 years from now, 2022"
    let measured: Text =
      "\(before, percent: 2) to \(after, percent: 2): \(cut, percent: 0) fewer"
    board.claim(
      "augmentation", "moving the digits cuts the errors", source: source,
      published: "3.59 to 2.19 %: 39 % fewer", measured: measured,
      gate: "at least 25 % fewer", holds: cut >= 0.25,
      notQuick: "5 epochs in a quick run; moved digits take longer to learn")
  }

  /// One digit, and three shifts of it.
  private static func showShifts(_ board: Board, _ image: Tensor) {
    var generator = RandomGenerator(seed: board.seed)
    let copies = Tensor.concatenate([image, image, image], axis: 0)
    let moved = shifted(copies, empty: -1, using: &generator)
    let pictures = [image] + (0..<3).map { moved.rows([$0]) }
    board.draw(
      Figure("A digit of 16 x 16 points, and three random shifts of it", name: "shifts") {
        ImageGrid(pictures.map { (($0 + 1) / 2).clamped(to: 0...1).scalars }, width: 16, columns: 4)
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
