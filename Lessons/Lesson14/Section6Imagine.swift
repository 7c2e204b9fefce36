import Datasets
import Experiments
import LessonKit
import MiniTensor

extension Lesson14 {
  /// Digits that nobody wrote, and how near they are to those that somebody did.
  ///
  /// - `autoencoder`: that of section 3, whose codes are points and no clouds.
  static func imagine(_ board: Board, beside autoencoder: Trained<Autoencoder>) throws {
    board.section("Imagine")
    let epochs = board.isQuick ? 12 : 40
    let codeSize = board.wholeSetting("code")
    board.say(
      """
      Now let it bend: 64-128-64-code-64-128-64 again, \(epochs) epochs, once with a code of 2 and \
      once with \(codeSize). Then the encoder is put aside. Draw z ~ N(0, 1) and decode.
      """)
    let digits = try Digits.load()
    let models = board.progress("two VAEs", total: 2 * epochs, unit: "epochs") { tick in
      concurrently(2, seed: board.seed, tick: { tick() }) { number, generator, tick in
        let model = VariationalAutoencoder(
          columns: 64, codeSize: number == 0 ? 2 : codeSize, hiddenSizes: [128, 64], .silu,
          .sigmoid,
          using: &generator)
        model.learn(
          digits.train.images, epochs: epochs, batchSize: 64, learningRate: 0.003,
          using: &generator
        ) { _ in tick() }
        return Trained(network: model)
      }
    }
    drawMap(models[0].network, digits.test, board)
    judge(models[1].network, autoencoder.network, digits, board)
  }

  /// Where the test digits lie on the plane of codes, and what the plane means, in steps of equal
  /// probability.
  private static func drawMap(
    _ model: VariationalAutoencoder, _ test: ImageSet, _ board: Board
  ) {
    let side = 8
    // The quantiles of N(0, 1) at (i + 1/2) / 8: between two of them lies as much probability.
    let steps: [Float] = [-1.534, -0.887, -0.489, -0.157, 0.157, 0.489, 0.887, 1.534]
    let codes = (0..<side).flatMap { row in steps.map { [$0, steps[side - 1 - row]] } }
    let images = model.decode(Tensor(codes))  // [64, 64]
    let map = joined((0..<side).map { row in (images, Array(row * side..<(row + 1) * side)) })
    let shown = 0..<600
    let centres = model.encode(test.images.rows(shown))
    board.draw(
      Figure(
        "A plane without gaps",
        caption: "Where the first 600 test digits lie, and what codes from -1.5 to 1.5 mean.",
        name: "map"
      ) {
        Panel("the centres of the clouds", x: "z1", y: "z2") {
          Points(
            x: centres.column(0).scalars, y: centres.column(1).scalars,
            group: Array(test.labels[shown]), names: (0...9).map { "\($0)" })
        }
        Panel("decoded: z1 to the right, z2 upwards") {
          ImageGrid([map.pixels], width: map.width, columns: 1, range: 0...1)
        }
      })
    board.say(
      """
      There are no gaps: walk from one digit to another, and on the way every picture is nearly \
      one. The price is paid at the borders, where two digits blend.
      """)
  }

  /// A thousand pictures from one source, measured.
  private struct Judgement {
    let name: Text
    let distances: [Double]
    /// The label of the training digit that is nearest to each.
    let labels: [Int]

    var counts: [Int] { (0...9).map { digit in labels.count { $0 == digit } } }
  }

  private static func judge(
    _ model: VariationalAutoencoder, _ autoencoder: Autoencoder, _ digits: TrainTest<ImageSet>,
    _ board: Board
  ) {
    let count = 1000
    var generator = RandomGenerator(seed: board.seed)
    let train = digits.train.images
    let samples = model.decode(.normal([count, model.codeSize], using: &generator))
    let copied = train.rows((0..<count).map { _ in generator.integer(below: train.shape[0]) })
    let copies =
      (copied + Tensor.normal(copied.shape, standardDeviation: 0.02, using: &generator))
    // Codes as widely spread as those of the training digits, each number on its own.
    let codes = autoencoder.encode(train)
    let drawn =
      Tensor.normal([count, codes.shape[1]], using: &generator)
      * codes.variance(axis: 0).squareRoot() + codes.mean(axis: 0)
    let guesses = autoencoder.decode(drawn)

    let sources: [(Text, Tensor)] = [
      ("test digits", digits.test.images.rows(0..<count)), ("VAE, z ~ N(0, 1)", samples),
      ("autoencoder of section 3, codes drawn", guesses),
      ("pixels drawn one by one", pixelByPixel(train, count, using: &generator)),
      ("a copier: training digits + noise", copies.clamped(to: 0...1)),
    ]
    let judged = sources.map { name, images in
      let (index, distance) = nearest(images, among: train)
      return Judgement(
        name: name, distances: distance, labels: index.map { digits.train.labels[$0] })
    }
    show(judged, samples, guesses, digits.train, board)
  }

  /// Every pixel from a training digit of its own: each pixel is right, and the picture is nothing.
  private static func pixelByPixel(
    _ train: Tensor, _ count: Int, using generator: inout RandomGenerator
  ) -> Tensor {
    let width = train.shape[1]
    let scalars = (0..<count * width).map { place in
      train.scalars[generator.integer(below: train.shape[0]) * width + place % width]
    }
    return Tensor(scalars, shape: [count, width])
  }

  private static func show(
    _ judged: [Judgement], _ samples: Tensor, _ guesses: Tensor, _ train: ImageSet, _ board: Board
  ) {
    let shown = Array(0..<24)
    let (neighbours, _) = nearest(samples.rows(shown), among: train.images)
    let rows = stride(from: 0, to: 24, by: 8).flatMap { start in
      let places = Array(start..<start + 8)
      return [(samples, places), (train.images, places.map { neighbours[$0] })]
    }
    let picture = joined(rows + [(guesses, Array(0..<8))])
    board.draw(
      Figure(
        "Digits that nobody wrote",
        caption: """
          Rows 1, 3, 5: the first 24 samples, not chosen; below each the training digit nearest to \
          it. Last row: what section 3's autoencoder makes of drawn codes.
          """,
        name: "samples"
      ) { ImageGrid([picture.pixels], width: picture.width, columns: 1, range: 0...1) })

    let test = judged[0].distances.median
    board.table(
      ["1,000 pictures", "to the nearest", "least", "rarest digit"],
      judged.map { source in
        [
          source.name, "\(source.distances.median, decimals: 2)",
          "\(source.distances.min()!, decimals: 2)", "\(source.counts.min()!)",
        ]
      },
      title: """
        Median and least distance to the nearest training digit, whose label is counted:
        """)
    let vae = judged[1]
    let ratio = vae.distances.median / test
    board.say(
      """
      Good samples are as far from the training digits as new digits are. Much nearer would be \
      copies: look at the last row. Much farther would be no digits: look at the pixels drawn one \
      by one. The median sample's distance is \(ratio, decimals: 2) times that of a digit by a new \
      writer, and the nearest of a thousand still \(vae.distances.min()!, decimals: 2). Copying \
      would be seen.
      """)
    board.claim(
      "no-copies", "VAE samples: distance to the nearest training digit, against test digits",
      source: "Kingma and Welling, ICLR 2014, fig. 5", published: "a picture of samples",
      measured:
        "\(vae.distances.median, decimals: 2) against \(test, decimals: 2): \(ratio, decimals: 2)",
      gate: "median 0.8 to 1.25 times", holds: (0.8...1.25).contains(ratio))
    let least = vae.counts.min()!
    board.claim(
      "all-digits", "VAE samples: every digit is imagined, read by the nearest training digit",
      source: "Kingma and Welling, ICLR 2014, fig. 5", published: "a picture of samples",
      measured: "\(vae.counts) of 1,000", gate: "each at least 2 %", holds: least >= 20)
  }
}
