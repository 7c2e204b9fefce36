import LessonKit
import MiniTensor

extension Lesson17 {
  /// A stain in the corner of every seven: the network reads the stain.
  static func takeTheShortcut(_ digits: MNISTParts, _ board: Board) {
    board.section("Right for the wrong reason")
    board.say(
      """
      An often told story, perhaps never true, has a network that found tanks in photographs by the \
      weather: all the tanks had been photographed under clouds. Here it is on a table top. Threes \
      and sevens again, but the sevens come from another scanner, and it leaves a stain of 4 x 4 \
      pixels in a corner where no digit has ink: on every training seven, and on no three.
      """)
    let (train, trainSigns) = MNISTParts.threesAndSevens(digits.train)
    let (test, testSigns) = MNISTParts.threesAndSevens(digits.test)
    let steps = board.isQuick ? 150 : 300
    let tidy = LogisticReader(train, trainSigns, steps: steps)
    let dirty = stained(train, trainSigns.scalars.map { $0 > 0 })
    let misled = LogisticReader(dirty, trainSigns, steps: steps)

    let isSeven = testSigns.scalars.map { $0 > 0 }
    let tests: [(name: Text, images: Tensor)] = [
      ("stains as in training", stained(test, isSeven)), ("no stains", test),
      ("stains on the threes", stained(test, isSeven.map { !$0 })),
    ]
    let errors = [misled, tidy].map { reader in
      tests.map { reader.error($0.images, testSigns) }
    }
    let seven = trainSigns.scalars.firstIndex(of: 1)!
    board.draw(
      Figure(
        "What the two neurons look for",
        caption: "Their weights: one colour speaks for a seven, the other for a three.",
        name: "stain"
      ) {
        ImageGrid(
          [
            scaled(tidy.weights), scaled(misled.weights), train.row(seven).scalars,
            stained(train.rows([seven]), [true]).scalars,
          ], width: 28, captions: ["tidy", "misled", "an example", "and stained"], columns: 4,
          range: 0...1)
      })
    board.table(
      ["error on 200 test digits"] + tests.map(\.name),
      zip(["learned with stains", "learned without"] as [Text], errors).map { name, row in
        [name] + row.map { "\($0, percent: 1)" as Text }
      })
    let (before, after) = (errors[0][0], errors[0][2])
    board.say(
      """
      As long as the test has the same stains, the misled neuron looks better than the tidy one. No \
      test drawn from the same source can show the trouble. It shows when the world changes: with \
      the stains on the threes it errs on \(after, percent: 0). It had learned what goes together. \
      Nothing ever told it which of the two was the seven.
      """)
    board.claim(
      "shortcut", "stains on the other class: error of the neuron that learned with stains",
      source: "the effect: Geirhos et al., Nature Machine Intelligence 2 (2020)",
      published: "shortcuts fail where the context changes",
      measured: "\(before, percent: 1) -> \(after, percent: 1); tidy \(errors[1][2], percent: 1)",
      gate: "grows by at least 20 points, the tidy one's by at most 10",
      holds: after - before >= 0.2 && errors[1][2] - errors[1][1] <= 0.1)
  }

  /// With a stain where it says so: 4 x 4 pixels of ink near the lower right corner.
  private static func stained(_ images: Tensor, _ has: [Bool]) -> Tensor {
    var scalars = images.scalars
    for (row, has) in has.enumerated() where has {
      for y in 23...26 {
        for x in 23...26 { scalars[row * 784 + y * 28 + x] = 1 }
      }
    }
    return Tensor(scalars, shape: images.shape)
  }

  private static func scaled(_ weights: Tensor) -> [Float] {
    (weights * (1 / weights.abs().max())).scalars
  }
}
