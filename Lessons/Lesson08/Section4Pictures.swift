import Experiments
import LessonKit
import MiniTensor

extension Lesson08 {
  static func show(_ runs: [DecayRun], _ board: Board) {
    board.draw(
      Figure(
        "New digits read, epoch by epoch", x: "epoch",
        y: Axis("new digits read (%)", range: 75...95), name: "decay"
      ) {
        for run in runs {
          Lines(
            x: run.epochs, y: run.accuracy.map { 100 * $0 }, name: run.name,
            style: run.decays ? .solid : .dashed, colour: run.spread == .large ? 0 : 1)
        }
      })
    board.table(
      ["weights at first", "lambda", "training digits", "new digits", "length of the weights"],
      runs.map { run in
        [
          run.spread.name, run.decays ? "\(board.setting("lambda"))" : "0",
          "\(run.trainAccuracy, percent: 1)",
          "\(run.last, percent: 2)", "\(run.network.length, decimals: 1)",
        ]
      })
    board.draw(
      Figure(
        "How large the weights of each pixel are, first N(0, 1)",
        caption: "Root mean square over the 30 hidden neurons; paper is 0, ink is 1.",
        name: "decayed-weights"
      ) {
        ImageGrid(
          runs[..<2].map { $0.network.weightSizes }, width: 28, captions: ["no L2", "L2"],
          columns: 2, range: 0...1)
      })
    board.say(
      """
      Look at the margins. There the paper is nearly always blank, so hardly any gradient moves \
      those weights: without L2 they stay as they were drawn, and the first stray ink of a new \
      digit meets pure chance. L2 melts what nothing holds. Drawn small from the beginning, there \
      is little to melt, and the gain all but vanishes: a good initialization does the same work.
      """)
  }

  static func claimGains(_ runs: [DecayRun], _ epochs: Int, _ board: Board) {
    let source: Text = "Nielsen, Neural Networks and Deep Learning (2015), ch. 3"
    let large = "\(runs[0].last, percent: 2) -> \(runs[1].last, percent: 2)" as Text
    board.claim(
      "l2", "1,000 digits, weights N(0, 1): without and with L2", source: source,
      published: "82.27 % -> 87.1 %", measured: large, gate: "gain >= 2 points",
      holds: runs[1].last - runs[0].last >= 0.02,
      notQuick: "\(epochs) epochs with --quick, not 400")
    board.ungatedClaim(
      "l2-small-weights", "the same, weights N(0, 1 / inputs)", source: source,
      published: "not given for 1,000 digits",
      measured: "\(runs[2].last, percent: 2) -> \(runs[3].last, percent: 2)",
      reason: "no published figure: small first weights leave L2 little to do")

    let plain = runs[0]
    let best = plain.loss.indices.min { plain.loss[$0] < plain.loss[$1] }!
    let top = plain.accuracy.indices.max { plain.accuracy[$0] < plain.accuracy[$1] }!
    board.ungatedClaim(
      "turning-points", "without L2: where the loss, where the accuracy on new digits is best",
      source: source, published: "about epoch 15; about epoch 280",
      measured: "epoch \(plain.epochs[best]); epoch \(plain.epochs[top]) of \(epochs)",
      reason:
        "looked at every \(plain.epochs[0]) epochs; the curve is flat there, and one run is one run"
    )
  }
}

extension SigmoidNetwork {
  /// For each pixel the root mean square of its weights. `[784]`
  fileprivate var weightSizes: [Float] {
    hiddenWeights.squared().mean(axis: 1).squareRoot().scalars
  }
}

extension Lesson08.DecayRun {
  fileprivate var name: Text {
    switch (spread, decays) {
    case (.large, false): "N(0, 1), no L2"
    case (.large, true): "N(0, 1), L2"
    case (.small, false): "N(0, 1 / inputs), no L2"
    case (.small, true): "N(0, 1 / inputs), L2"
    }
  }
}

extension SigmoidNetwork.Spread {
  fileprivate var name: Text { self == .large ? "N(0, 1)" : "N(0, 1 / inputs)" }
}
