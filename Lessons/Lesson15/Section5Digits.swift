import Datasets
import Experiments
import LessonKit
import MiniTensor

extension Lesson15 {
  /// Digits from noise, looked at and measured.
  static func forgeDigits(_ board: Board) throws {
    board.section("Digits that nobody wrote")
    board.say(
      """
      Now pictures: 3,823 real digits of 8 x 8 pixels. The forger 32-128-128-64 turns 32 random \
      numbers into 64 pixels; the detective is 64-128-128-1 with dropout. Neither is told that \
      there are ten digits.
      """)
    let digits = try Digits.load()
    var random = RandomGenerator(seed: board.seed)
    let rounds = board.isQuick ? 2000 : 12_000
    let forger = DigitForger(using: &random)
    let before = forger.gan.forge(8, using: &random)
    board.progress("forging", total: rounds / 100, unit: "hundred rounds") { tick in
      forger.play(digits.train, rounds: rounds, using: &random) { tick() }
    }
    let forged = forger.gan.forge(1000, using: &random)
    drawForgeries(before, forged, rounds, board)

    let reader = DigitReader(digits.train, epochs: board.isQuick ? 4 : 12, using: &random)
    let neighbours = nearest(forged, among: digits.train.images)
    drawNeighbours(forged, neighbours, digits, board)
    let measures = [
      Measure("real digits of the test part", digits.test.images, reader, digits.train),
      Measure("forgeries", forged, reader, digits.train),
      Measure(
        "pixels by chance", shuffledPixels(digits.train, using: &random), reader, digits.train),
    ]
    show(measures, reader, digits, board)
    claimDigits(measures, board)
  }

  /// What an expert says of a set of pictures.
  struct Measure {
    let name: Text
    /// The share of each digit, as the reader reads them.
    let classes: [Double]
    /// The share that it reads with at least 90 % confidence.
    let confident: Double
    /// The median distance to the nearest training digit.
    let distance: Double
    /// How many are nearly a training digit: closer than 0.5, half a pixel of ink.
    let copies: Double

    init(_ name: Text, _ pictures: Tensor, _ reader: DigitReader, _ train: ImageSet) {
      self.name = name
      let probabilities = reader(pictures)
      let count = Double(pictures.shape[0])
      let read = probabilities.argmax(axis: 1)
      classes = (0..<10).map { digit in Double(read.count { $0 == digit }) / count }
      confident = Double(probabilities.max(axis: 1).scalars.count { $0 >= 0.9 }) / count
      let distances = nearest(pictures, among: train.images).map { Double($0.distance) }
      distance = distances.median
      copies = Double(distances.count { $0 < 0.5 }) / count
    }
  }

  /// Pictures whose every pixel comes from another real digit: right ink, no shape. `[1000, 64]`
  private static func shuffledPixels(
    _ digits: ImageSet, using random: inout RandomGenerator
  ) -> Tensor {
    let pixels = digits.images.shape[1]
    let images = digits.images.scalars
    let scalars = (0..<1000 * pixels).map { place in
      images[random.integer(below: digits.count) * pixels + place % pixels]
    }
    return Tensor(scalars, shape: [1000, pixels])
  }

  private static func drawForgeries(
    _ before: Tensor, _ forged: Tensor, _ rounds: Int, _ board: Board
  ) {
    board.draw(
      Figure("Before the game", name: "digits-before") {
        ImageGrid(before.scalarRows, width: 8, columns: 8, range: 0...1)
      })
    board.draw(
      Figure(
        "Digits from noise, after \(rounds, grouped: true) rounds",
        caption: "Not chosen: the first thirty-two.", name: "digits"
      ) {
        ImageGrid(forged.rows(0..<32).scalarRows, width: 8, columns: 8, range: 0...1)
      })
  }

  private static func drawNeighbours(
    _ forged: Tensor, _ neighbours: [(index: Int, distance: Float)], _ digits: TrainTest<ImageSet>,
    _ board: Board
  ) {
    let train = digits.train.images
    // Four forgeries, below them their neighbours; and four more.
    let pairs = [0..<4, 4..<8].flatMap { rows in
      rows.map { (forged.row($0).scalars, "forged" as Text) }
        + rows.map {
          (train.row(neighbours[$0].index).scalars, "\(neighbours[$0].distance, decimals: 2) away")
        }
    }
    board.draw(
      Figure(
        "Copied or made?", caption: "Below each forgery the training digit most like it.",
        name: "neighbours"
      ) {
        ImageGrid(pairs.map(\.0), width: 8, captions: pairs.map(\.1), columns: 4, range: 0...1)
      })
  }

  private static func show(
    _ measures: [Measure], _ reader: DigitReader, _ digits: TrainTest<ImageSet>, _ board: Board
  ) {
    let read = reader(digits.test.images).argmax(axis: 1)
    let right = zip(read, digits.test.labels).count { $0 == $1 }
    board.say(
      """
      A person sees digits. To measure it we ask three questions. Does a network that reads digits \
      (\(Double(right) / Double(digits.test.count), percent: 1) of the test digits) recognise \
      them? Does it find all ten classes? And are they new, or copies: how far is the nearest \
      training digit?
      """)
    board.table(
      ["1,000 pictures", "read with 90 % confidence", "distance to nearest", "copies"],
      measures.map { measure in
        [
          measure.name, "\(measure.confident, percent: 1)", "\(measure.distance, decimals: 2)",
          "\(measure.copies, percent: 1)",
        ]
      })
    board.draw(
      Figure("What the reader sees in them (%)", name: "classes") {
        Bars(
          (0..<10).map { "\($0)" },
          series: measures[..<2].map { measure in measure.classes.map { (1000 * $0).rounded() / 10 }
          },
          names: ["real", "forged"])
      })
    board.say(
      """
      A distance of 0 would be a copy. The forgeries are about as far from the training digits as \
      real new digits are. Confidence alone proves little, as the last row shows: a reader may be \
      sure of nonsense.
      """)
  }

  private static func claimDigits(_ measures: [Measure], _ board: Board) {
    let (real, forged) = (measures[0], measures[1])
    let classes = forged.classes.count { $0 >= 0.02 }
    let ratio = forged.distance / real.distance
    claim(
      "digit-classes", "forged 8 x 8 digits: classes with at least 2 % of 1,000",
      published: "the real ones: 10",
      measured: "\(classes); the rarest \(forged.classes.min()!, percent: 1)", gate: "all 10",
      holds: classes == 10, board)
    claim(
      "digit-copies", "their median distance to the nearest training digit, against test digits'",
      published: "copies: 0; new digits: 1",
      measured: "\(ratio, decimals: 2); copies \(forged.copies, percent: 1)",
      gate: "0.5 to 1.5, copies at most 1 %",
      holds: (0.5...1.5).contains(ratio) && forged.copies <= 0.01, board)
  }

  private static func claim(
    _ id: String, _ statement: Text, published: Text, measured: Text, gate: Text, holds: Bool,
    _ board: Board
  ) {
    board.claim(
      id, statement, source: "this course", published: published, measured: measured,
      gate: gate, holds: holds,
      notQuick: "after so few rounds with --quick the forgeries are hardly digits yet")
  }
}
