import Experiments
import LessonKit
import MiniTensor

extension Lesson17 {
  /// How sure, against how often right; and one number that mends it.
  static func weighTheConfidence(_ digits: MNISTParts, _ board: Board) {
    board.section("A confidence that can be trusted")
    board.say(
      """
      A forecaster who says "70 % rain" is calibrated if it rains on 70 of 100 such days. Sort a \
      network's answers into 15 bins by their confidence, and compare in each bin how sure it was \
      with how often it was right. The mean gap is the expected calibration error (ECE).
      """)
    board.formula(
      """
      ECE = sum over bins of (n_bin / n) abs(accuracy_bin - confidence_bin)
      p = softmax(z / T)
      """)
    board.say(
      """
      A network that reads its training digits without error can still make its loss smaller: by \
      larger logits. So it learns to be surer than it should. One number mends much of it. Divide \
      all logits by a temperature T, chosen so that the loss on held-out digits is least. No answer \
      changes, for the largest logit stays the largest.
      """)
    let epochs = board.isQuick ? 15 : 80
    let runs = board.progress("three networks", total: 3 * epochs, unit: "epochs") { tick in
      concurrently(3, seed: board.seed(of: "calibration"), tick: { tick() }) { _, random, tick in
        CalibrationRun(digits, epochs: epochs, using: &random, tick: tick)
      }
    }
    show(runs, board)
    let (before, after) = (runs.map(\.before.error).mean, runs.map(\.after.error).mean)
    let same = runs.allSatisfy { $0.before.accuracy == $0.after.accuracy }
    board.claim(
      "temperature", "ECE before and after one temperature, mean of 3 networks",
      source: "Guo, Pleiss, Sun, Weinberger, ICML 2017, table 1",
      published: "16.53 % -> 1.26 % (ResNet-110, CIFAR-100)",
      measured: "\(before, percent: 2) -> \(after, percent: 2)",
      gate: "at most half, accuracy the same", holds: after <= before / 2 && same,
      notQuick: "15 epochs with --quick")
  }

  /// One network that learned from 1,000 digits, and its temperature from 1,000 others.
  struct CalibrationRun: Sendable {
    let temperature: Float
    let before: Calibration
    let after: Calibration

    init(
      _ digits: MNISTParts, epochs: Int, using random: inout RandomGenerator, tick: () -> Void
    ) {
      let order = random.permutation(digits.train.count)
      func part(_ range: Range<Int>) -> (images: Tensor, labels: [Int]) {
        let rows = Array(order[range])
        return (digits.train.images.rows(rows), rows.map { digits.train.labels[$0] })
      }
      let (train, held) = (part(0..<1000), part(1000..<2000))
      let reader = Reader(.dense, using: &random)
      reader.learn(train.images, train.labels, epochs: epochs, using: &random, tick: tick)
      temperature = Calibration.temperature(reader.logits(held.images), held.labels)
      // The rest of the training part was never seen either, and makes the bins fuller.
      let rest = part(2000..<order.count)
      let logits = reader.logits(Tensor.concatenate([rest.images, digits.test.images]))
      let labels = rest.labels + digits.test.labels
      before = Calibration(logits, labels)
      after = Calibration(logits, labels, temperature: temperature)
    }
  }

  private static func show(_ runs: [CalibrationRun], _ board: Board) {
    let (before, after) = (runs[0].before.bins, runs[0].after.bins)
    // A bin with a handful of answers says little.
    let full = [before, after].map { $0.filter { $0.count >= 15 } }
    board.draw(
      Figure(
        "Sure, and right: the first network",
        caption: "Each point is a bin with at least 15 answers; below the line it is too sure.",
        x: Axis("confidence", range: 0...1), y: Axis("share that is right", range: 0...1),
        aspect: .equal, name: "reliability"
      ) {
        Lines(x: [0, 1], y: [0, 1], style: .dashed, colour: 2)
        Lines(x: full[0].map(\.confidence), y: full[0].map(\.accuracy), colour: 0)
        Lines(x: full[1].map(\.confidence), y: full[1].map(\.accuracy), colour: 1)
        Points(
          x: full.flatMap { $0.map(\.confidence) }, y: full.flatMap { $0.map(\.accuracy) },
          group: full.indices.flatMap { Array(repeating: $0, count: full[$0].count) },
          names: ["T = 1", "with its temperature"])
      })
    board.table(
      ["network", "right", "T", "ECE", "ECE with T", "loss", "loss with T"],
      runs.enumerated().map { number, run in
        [
          "\(number + 1)", "\(run.before.accuracy, percent: 1)", "\(run.temperature, decimals: 2)",
          "\(run.before.error, percent: 2)", "\(run.after.error, percent: 2)",
          "\(run.before.loss, decimals: 3)", "\(run.after.loss, decimals: 3)",
        ]
      }, title: "learned from 1,000 digits, measured on 3,000 others")
    board.say(
      """
      A temperature above 1 says: you were too sure. It helps for digits like those on which it was \
      chosen. It does not help far away: a logit that grows without end beats any T.
      """)
  }
}
