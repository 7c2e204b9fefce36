import Datasets
import LessonKit
import MiniTensor

extension Lesson05 {
  /// Samuel's scheme, and what it leaves open: which way to adjust.
  static func assignTestAdjust(_ board: Board) throws {
    board.section("Assign, test, adjust")
    board.say(
      """
      In the 1950s Arthur Samuel's program learned to play checkers well enough to beat him. It \
      judged a board by a weighted sum of features, and found the weights by a loop that every \
      learning machine of this course runs: assign weights, test how well they do, adjust them, \
      and again.
      """)
    board.listing(
      """
      assign   weights, to begin with at random
      test     one number that says how wrong the answers are: the loss
      adjust   the weights so that it falls, and test again
      """)
    let digits = try Digits.load().train
    var generator = RandomGenerator(seed: board.seed)
    let some = digits.batches(of: 50, using: &generator)[0]
    let loop = SamuelsLoop(
      input: digits.images.rows(some), labels: some.map { digits.labels[$0] }, learningRate: 1)
    let start = TwoLayerNetwork(inputs: 64, hidden: 10, classes: 10, using: &generator)
    let weights = start.parameterCount
    board.say(
      """
      The first two are easy. But adjust which way? Here is a small network with 64 pixels, ten \
      hidden units and ten classes, \(weights) numbers in all, and fifty digits. Three teachers \
      adjust it. The first nudges all numbers by chance and keeps what helps. The second wiggles \
      one number after the other, and so measures for each how steeply the loss rises with it: \
      its slope. Then it steps downhill. The third gets all slopes from one pass forward and one \
      back: this lesson.
      """)

    let passes = (board.isQuick ? 8 : 14) * 2 * weights * loop.labels.count
    let records = [
      loop.blindly(start, nudge: 0.03, passes: passes, using: &generator),
      loop.wiggling(start, passes: passes),
      loop.backwards(start, passes: passes / 14),
    ]
    let names: [Text] = ["blind nudges", "wiggle each weight", "backpropagation"]
    let prices: [Text] = ["50", "2 * \(weights) * 50", "3 * 50"]
    let shown = records.map { thinned($0) }
    board.draw(
      Figure(
        "The price of knowing which way",
        caption: """
          One pass: one digit shown to the network. A way back is charged as two ways forward.
          """,
        x: .logarithmic("passes"), y: .range(0...2.5, "loss on fifty digits"), name: "loop"
      ) {
        for (record, name) in zip(shown, names) {
          Lines(x: record.passes, y: record.losses, name: name)
        }
      })
    board.table(
      ["teacher", "passes for one adjustment", "passes until the loss is below 1"],
      zip(names, zip(prices, records)).map { name, row in
        let needed = row.1.passes(untilBelow: 1)
        return [
          name, row.0,
          needed.map { "\($0, grouped: true)" } ?? "more than \(passes, grouped: true)",
        ]
      })
    board.say(
      """
      Knowing the slopes is worth much, and paying for each of them is worse than guessing: the \
      second teacher loses to the first. The third takes the same steps as the second and pays \
      three passes an example, whatever the number of weights. With a million weights wiggling \
      costs two million. That is why this algorithm trains the networks of today.
      """)
  }

  /// A few hundred points of a record, evenly spread over its logarithm.
  private static func thinned(_ record: SamuelsLoop.Record) -> SamuelsLoop.Record {
    var result = SamuelsLoop.Record()
    var next = 1.0
    for (passes, loss) in zip(record.passes, record.losses) where Double(passes) >= next {
      result.add(passes, loss)
      next = 1.03 * Double(passes)
    }
    return result
  }
}
