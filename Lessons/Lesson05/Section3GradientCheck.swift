import Datasets
import Foundation
import LessonKit
import MiniTensor

extension Lesson05 {
  /// Wiggling is too slow to learn with, and just right to find out whether the formulas are.
  static func wiggleEveryWeight(_ board: Board) throws {
    board.section("Is it right? The gradient check")
    board.say(
      """
      A forgotten factor in the backward pass does not crash. The network learns all the same, \
      only worse, and nobody knows why. So check it, once, on a few examples: wiggle every \
      weight by a small h to both sides, look at the loss, and compare with the slopes by hand.
      """)
    board.formula("slope of w  ~  (E(w + h) - E(w - h)) / 2h         error ~ h^2")

    let float = try checkDigitReader(board)
    let double = checkAgainstStep(board)
    board.claim(
      "gradient-check", "slopes by hand agree with measured slopes",
      source: """
        the chain rule; Rumelhart, Hinton and Williams, PDP vol. 1 (1986), ch. 8, eqs. 13 and 14
        """,
      published: "equal",
      measured: """
        differ by \(float, significant: 2) of the largest in Float, \(double, significant: 2) in \
        Double
        """,
      gate: "below 1e-3 in Float, below 1e-7 in Double", holds: float < 1e-3 && double < 1e-7)
  }

  /// All 2,410 slopes of the digit reader, in Float; the largest relative difference.
  private static func checkDigitReader(_ board: Board) throws -> Double {
    let (network, batch) = try digitReader(board)
    let byHand = network.slopes(batch.input, labels: batch.labels)
    var measured = byHand
    for (_, place) in GradientChecker.places {
      measured[keyPath: place] = GradientChecker.measuredSlopes(
        network, place, batch.input, labels: batch.labels, step: 0.02)
    }
    func differences(_ slopes: TwoLayerNetwork.Parameters) -> [Double] {
      GradientChecker.places.map { _, place in
        relativeDifference(slopes[keyPath: place], measured[keyPath: place])
      }
    }
    let candidates: [(Text, TwoLayerNetwork.Parameters)] = [
      ("as derived", byHand),
      ("1 - hidden^2 forgotten", TypicalBug.noActivationSlope(network, batch)),
      ("summed, not averaged over the batch", TypicalBug.noMean(network, batch)),
      ("only the last example kept (= for +=)", TypicalBug.lastExampleOnly(network, batch)),
    ]
    board.draw(
      pictures(byHand.hiddenWeights, measured.hiddenWeights, candidates[1].1.hiddenWeights))
    board.table(
      ["backward pass"] + GradientChecker.places.map { Text(verbatim: $0.name) },
      candidates.map { name, slopes in
        [name] + differences(slopes).map { "\($0, significant: 2)" }
      },
      title: """
        The largest difference from the measured slopes, as a fraction of the largest slope, for \
        each tensor of a 64-32-10 network on 16 digits:
        """)
    board.say(
      """
      A right formula agrees to three or four digits, which is what a Float leaves of a small \
      difference between two losses. A wrong one is off by something like the whole slope, and \
      the table even says where to look: the forgotten factor harms only what lies below it.
      """)
    return differences(byHand).max()!
  }

  /// A network that has learned nothing yet, and sixteen digits.
  private static func digitReader(_ board: Board) throws -> (TwoLayerNetwork, TypicalBug.Batch) {
    let digits = try Digits.load().train
    var generator = RandomGenerator(seed: board.seed)
    let network = TwoLayerNetwork(inputs: 64, hidden: 32, classes: 10, using: &generator)
    let few = digits.batches(of: 16, using: &generator)[0]
    return (network, (digits.images.rows(few), few.map { digits.labels[$0] }))
  }

  private static func relativeDifference(_ left: Tensor, _ right: Tensor) -> Double {
    GradientChecker.relativeDifference(
      left.scalars.map(Double.init), right.scalars.map(Double.init))
  }

  /// The slopes of four hidden units' weights, as pictures: one pixel a weight.
  private static func pictures(_ byHand: Tensor, _ measured: Tensor, _ bug: Tensor) -> Figure {
    let units = 0..<4
    let size = Double(byHand.abs().max())
    let enlarged = 1000 * (byHand - measured)
    let panels: [(Text, Tensor)] = [
      ("by hand", byHand), ("measured", measured),
      ("by hand - measured, 1,000 x", enlarged), ("by hand, 1 - hidden^2 forgotten", bug),
    ]
    return Figure(
      "Slopes of the weights of four hidden units, a pixel a weight",
      caption:
        "The same colours for the same numbers; the third picture is enlarged a thousandfold.",
      name: "gradient-check"
    ) {
      for (title, slopes) in panels {
        Panel(title) {
          ImageGrid(
            units.map { slopes.column($0).scalars }, width: 8, columns: 4, range: -size...size)
        }
      }
    }
  }

  /// The error of the measurement against the step; the least difference in Double.
  private static func checkAgainstStep(_ board: Board) -> Double {
    var generator = RandomGenerator(seed: board.seed)
    let network = SigmoidNetwork(sizes: [2, 8, 1], spread: 1, using: &generator)
    let byHand = GradientChecker.slopes(network, .exclusiveOr)
    func difference(_ step: Double, _ isCentral: Bool) -> Double {
      GradientChecker.relativeDifference(
        byHand,
        GradientChecker.measuredSlopes(
          network, .exclusiveOr, step: step, isCentral: isCentral))
    }
    let steps = stride(from: -12.0, through: 0, by: 0.25).map { pow(10, $0) }
    let central = steps.map { difference($0, true) }
    let oneSided = steps.map { difference($0, false) }
    board.draw(
      Figure(
        "How small is small?",
        caption: "A 2-8-1 network in Double on XOR, 33 slopes, the worst of them.",
        x: .logarithmic("step h"), y: .logarithmic("relative difference"), name: "step-size"
      ) {
        Lines(x: steps, y: oneSided, name: "one side: (E(w + h) - E(w)) / h")
        Lines(x: steps, y: central, name: "both sides: (E(w + h) - E(w - h)) / 2h")
      })
    let best = central.indices.min { central[$0] < central[$1] }!
    board.say(
      """
      A large h sees the curve and not its slope: the error falls with h, and with h^2 when both \
      sides are used. A tiny h drowns in rounding, for two nearly equal errors are subtracted. Best is \
      the valley between, here h = \(steps[best], significant: 1): lesson 06 finds out why there.
      """)
    return difference(1e-5, true)
  }
}
