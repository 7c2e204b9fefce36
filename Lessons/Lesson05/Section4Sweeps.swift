import Experiments
import Foundation
import LessonKit
import MiniTensor

extension Lesson05 {
  /// XOR once more, learned this time: more hidden units, fewer sweeps.
  static func countSweeps(_ board: Board) {
    board.section("XOR, learned")
    board.say(
      """
      Lesson 03 proved that XOR needs a hidden layer, and set its weights by hand. Now the hidden \
      units find their own. The book Parallel Distributed Processing (1986) reports an \
      experiment by Yves Chauvin: with 2 hidden units XOR took about 245 sweeps through its four \
      examples, with 32 about 120. A line fits, for H from 2 to about 40 hidden units:
      """)
    board.formula("P = 280 - 33 log2 H")

    let widths = [2, 4, 8, 16, 32]
    let (rate, momentum) = (board.setting("xor-rate"), board.setting("xor-momentum"))
    let runs = board.isQuick ? 25 : 100
    let trials = board.progress("learning XOR", total: runs * widths.count, unit: "runs") { tick in
      widths.map { width in
        concurrently(runs, seed: board.seed(of: "sweeps", run: width), tick: { tick() }) {
          _, generator, tick in
          defer { tick() }
          return learnXOR(
            hidden: width, learningRate: rate, momentum: momentum, using: &generator)
        }
      }
    }
    let sweeps = trials.map { $0.map { Double($0.sweeps ?? sweepLimit) } }
    let medians = sweeps.map(\.median)
    let solved = trials.map { Double($0.count { $0.sweeps != nil }) / Double(runs) }
    func chauvin(_ width: Double) -> Double { 280 - 33 * log2(width) }

    // Runs with the same H stand side by side.
    let places = widths.flatMap { width -> [Double] in
      let middle = log2(Double(width))
      return (0..<runs).map { middle - 0.15 + 0.3 * Double($0) / Double(runs) }
    }
    board.draw(
      Figure(
        "More hidden units learn faster",
        caption: """
          A dot a run, \(runs) for each H; runs that got stuck are left out of the picture.
          """,
        x: Axis(
          "hidden units H", range: 0.5...5.5, ticks: [1, 2, 3, 4, 5],
          tickLabels: widths.map { "\($0)" }),
        y: Axis("sweeps", range: 0...500), name: "xor-sweeps"
      ) {
        Points(x: places, y: sweeps.joined().map { $0 < 500 ? $0 : .nan })
        Lines(x: widths.map { log2(Double($0)) }, y: medians, name: "median here")
        Lines(over: 1...5, name: "280 - 33 log2 H", style: .dashed) { chauvin(pow(2, $0)) }
      })
    board.table(
      ["hidden units", "sweeps, median", "P, the published line", "solved"],
      widths.indices.map { k in
        [
          "\(widths[k])", "\(medians[k], decimals: 0)",
          "\(chauvin(Double(widths[k])), decimals: 0)", "\(solved[k], percent: 0)",
        ]
      })
    board.say(
      """
      Chauvin's rate was 0.25. Ours: a rate of \(rate), all four examples \
      before each step, momentum \(momentum) (a step repeats \(momentum) of the one before), weights and biases \
      from -0.5 to 0.5, learned when all four answers are within 0.1. Other \
      choices shift the whole curve; that it falls is the finding. More hidden units are more \
      chances that one of them starts out nearly useful.
      """)
    if let stuck = trials[0].first(where: { $0.sweeps == nil }) {
      board.note(
        """
        With two hidden units a run can get stuck: a hollow on the way down where every small step \
        leads up. One of ours answers \(stuck.answers, decimals: 2) where 0, 1, 1, 0 was wanted. The \
        book saw this twice in hundreds of runs, and we \
        \(trials[0].count { $0.sweeps == nil }) times in \(runs).
        """)
    }

    let ratio = medians.last! / medians[0]
    board.claim(
      "xor-sweeps", "XOR takes fewer sweeps with more hidden units",
      source: """
        Chauvin, in Rumelhart, Hinton and Williams, PDP vol. 1 (1986), ch. 8, pp. 331-333
        """,
      published: "about 245 at H = 2, 120 at H = 32: ratio 0.49",
      measured: """
        \(medians[0], decimals: 0) and \(medians.last!, decimals: 0): ratio \(ratio, decimals: 2)
        """,
      gate: "ratio at most 0.7 (the trend only)", holds: ratio <= 0.7)
    board.claim(
      "xor-solved", "backpropagation learns XOR from almost any start",
      source: "Rumelhart, Hinton and Williams, PDP vol. 1 (1986), ch. 8",
      published: "2 local minima in hundreds of runs",
      measured: """
        \(solved.min()!, percent: 0) at H = 2, \(solved.mean, percent: 0) over all
        """,
      gate: "at least 80 % for every H", holds: solved.allSatisfy { $0 >= 0.8 })
  }

  private static let sweepLimit = 5_000

  /// One run: the sweeps it took, or nil; and the four answers at the end.
  private static func learnXOR(
    hidden: Int, learningRate: Double, momentum: Double, using generator: inout RandomGenerator
  ) -> (sweeps: Int?, answers: [Double]) {
    let examples = Examples.exclusiveOr
    var network = SigmoidNetwork(sizes: [2, hidden, 1], spread: 0.5, using: &generator)
    var answers: [Double] = []
    for sweep in 1...sweepLimit {
      answers = zip(examples.inputs, examples.targets).map { input, target in
        network.study(input, target: target)
        return network.answers[0]
      }
      if zip(answers, examples.targets).allSatisfy({ abs($0 - $1[0]) < 0.1 }) {
        return (sweep, answers)
      }
      network.step(learningRate: learningRate, momentum: momentum)
    }
    return (nil, answers)
  }
}
