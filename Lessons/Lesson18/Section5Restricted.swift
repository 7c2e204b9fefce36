import Experiments
import Foundation
import LessonKit
import MiniTensor

extension Lesson18 {
  /// Cut the connections within each side, dream one step only, and measure what that costs.
  static func restrict(_ board: Board) {
    board.section("Restricted, and impatient")
    board.say(
      """
      Cut all connections but those between visible and hidden units, and waiting becomes cheap: given \
      one side, the units of the other do not depend on each other. Still the dream should be long. \
      Contrastive divergence dares to dream one step only, from each example: draw the hidden units, \
      draw the visible ones from them, and learn from the difference.
      """)
    board.formula(
      """
      E(v, h) = -v W h - a . v - b . h
      dW = eta (v' h - v~' h~),   v~ drawn from h, h drawn from v        CD-1
      """)
    let data = BarsAndStripes.all(size: 4)  // [30, 16]
    let best = -log(Double(data.shape[0]))
    let independent = Self.independentPixels(data)
    board.say(
      """
      On a small world this can be measured. There are \(data.shape[0]) pictures of 4 x 4 pixels that \
      consist of bars or of stripes. With 12 hidden units we can add up all 4,096 hidden states, and \
      know the likelihood exactly. The best possible is log(1/30) = \(best, decimals: 2) for each \
      picture; independent pixels give \(independent, decimals: 2).
      """)
    let (length, points) = (board.isQuick ? 1500 : 6000, 12)
    let plans = [1, 1, 1, 10, 10, 10]
    let runs = board.progress("six machines", total: 6 * points, unit: "parts") { tick in
      concurrently(plans.count, seed: board.seed(of: "bars"), tick: { tick() }) {
        number, random, tick in
        BarsRun(
          data, dreams: plans[number], length: length, points: points, using: &random, tick: tick)
      }
    }
    show(runs, data, best, independent, length, board)
    func mean(_ steps: Int, _ value: (BarsRun) -> Double) -> Double {
      zip(plans, runs).filter { $0.0 == steps }.map { value($0.1) }.mean
    }
    let (one, ten) = (mean(1) { $0.curve.max()! }, mean(10) { $0.curve.last! })
    let source: Text = "the effect: Carreira-Perpinan and Hinton, AISTATS 2005"
    board.claim(
      "cd-learns", "bars and stripes, CD-1: best exact log-likelihood, mean of 3", source: source,
      published: "CD-1 comes near the maximum",
      measured: "\(one, decimals: 2); independent pixels \(independent, decimals: 2)",
      gate: "at least 4 nats above independent pixels", holds: one >= independent + 4,
      notQuick: "1,500 steps with --quick")
    let last = mean(1) { $0.curve.last! }
    board.claim(
      "cd-biased", "and in the end, dreaming 1 step and 10 steps", source: source,
      published: "CD-1 does not reach it",
      measured: "\(last, decimals: 2) and \(ten, decimals: 2); best possible \(best, decimals: 2)",
      gate: "10 steps ahead by at least 0.4 nats", holds: ten - last >= 0.4,
      notQuick: "1,500 steps with --quick")
    let valid = mean(1) { $0.valid }
    board.claim(
      "cd-valid", "CD-1: samples that are bars or stripes", source: "this course",
      published: "by chance: 0.05 %", measured: "\(valid, percent: 0)", gate: "at least 60 %",
      holds: valid >= 0.6, notQuick: "1,500 steps with --quick")
  }

  /// The log-likelihood of the best model without hidden units.
  private static func independentPixels(_ data: Tensor) -> Double {
    data.mean(axis: 0).scalars.reduce(0.0) { sum, p in
      let q = Double(p)
      return sum + q * log(q) + (1 - q) * log(1 - q)
    }
  }

  /// One machine on bars and stripes.
  struct BarsRun: Sendable {
    /// The exact log-likelihood at some moments.
    var curve: [Double] = []
    /// The share of 500 samples, each after 500 steps from pure chance, that are in the data.
    let valid: Double
    let samples: [[Float]]
    let machine: RestrictedMachine

    init(
      _ data: Tensor, dreams: Int, length: Int, points: Int, using random: inout RandomGenerator,
      tick: () -> Void
    ) {
      var machine = RestrictedMachine(visible: 16, hidden: 12, using: &random)
      curve.append(machine.logLikelihood(data))
      for _ in 0..<points {
        for _ in 0..<length / points {
          machine.learn(data, steps: dreams, learningRate: 0.1, using: &random)
        }
        curve.append(machine.logLikelihood(data))
        tick()
      }
      let start = drawn(Tensor.full([500, 16], 0.5), &random)
      samples = machine.sampled(start, steps: 500, using: &random).scalarRows
      let known = Set(data.scalarRows)
      valid = Double(samples.count { known.contains($0) }) / 500
      self.machine = machine
    }
  }

  private static func show(
    _ runs: [BarsRun], _ data: Tensor, _ best: Double, _ independent: Double, _ length: Int,
    _ board: Board
  ) {
    let moments = runs[0].curve.indices.map { length * $0 / (runs[0].curve.count - 1) }
    board.draw(
      Figure(
        "The exact log-likelihood", caption: "Three machines each. Dashed: the best possible.",
        x: "step", y: "log p of a picture", name: "likelihood"
      ) {
        for (number, run) in runs.enumerated() {
          Lines(
            x: moments, y: run.curve,
            name: number == 0 ? "dreaming 1 step" : number == 3 ? "dreaming 10 steps" : nil,
            colour: number < 3 ? 0 : 1)
        }
        Lines.horizontal(at: best, style: .dashed, colour: 2)
        Lines.horizontal(at: independent, name: "independent pixels", style: .dotted, colour: 3)
      })
    let known = Set(data.scalarRows)
    let shown = Array(runs[3].samples[..<16])
    board.draw(
      Figure(
        "Dreams of bars and stripes", caption: "Ten steps in training; x marks what is neither.",
        name: "bars"
      ) {
        ImageGrid(
          shown, width: 4, captions: shown.map { known.contains($0) ? "" : "x" }, columns: 8,
          range: 0...1)
      })
    board.say(
      """
      One step of dreaming finds the way, and then does not stay: it only ever sees dreams near the \
      examples, and never notices how much likelihood it gives to places far from all of them. Ten \
      steps see farther, and cost ten times as much.
      """)
  }
}
