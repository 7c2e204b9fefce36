import Datasets
import Experiments
import LessonKit
import MiniTensor

extension Lesson14 {
  /// Codes of 2, 8 and 30 numbers for a digit, and the plane of the first.
  ///
  /// - Returns: the autoencoder with a code of 8.
  static func drawTheCodes(_ board: Board) throws -> Trained<Autoencoder> {
    board.section("Digits as two numbers")
    board.say(
      """
      In 2006 Geoffrey Hinton and Ruslan Salakhutdinov squeezed the 784 pixels of a digit through \
      30 numbers, and a deep autoencoder rebuilt it with less than a quarter of PCA's error. Ours are 8 x 8 \
      pixels: 64-128-64-code-64-128-64, a sigmoid at the end, \
      \(board.isQuick ? 12 : 40) epochs on 3,823 digits. Judged are the 1,797 digits of writers it \
      has never seen, by the squared error, summed over the pixels.
      """)
    let digits = try Digits.load()
    let codes = learnCodes(digits, board)
    show(codes, digits.test, board)
    drawPlanes(codes[0], digits, board)
    claimCodes(codes, board)
    return codes[1].trained
  }

  /// One size of code on the test digits.
  struct DigitCode: Sendable {
    let size: Int
    let isDeep: Bool
    let trained: Trained<Autoencoder>
    let error: Double
    let linearError: Double
    let rebuilt: Tensor  // the test digits [1797, 64]
    let linearRebuilt: Tensor
    let codes: Tensor  // of the test digits [1797, size]
    let trainingCodes: Tensor  // [3823, size]

    var ratio: Double { error / linearError }
  }

  static let digitPlan = Autoencoder.Plan(
    hiddenSizes: [128, 64], activation: .silu, output: .sigmoid)

  private static func learnCodes(_ digits: TrainTest<ImageSet>, _ board: Board) -> [DigitCode] {
    let epochs = board.isQuick ? 12 : 40
    let pca = PrincipalComponents(fitting: digits.train.images)
    let sizes = [2, 8, 30, 30]
    let rate = Float(board.setting("digit-rate"))
    return board.progress("four codes", total: sizes.count * epochs, unit: "epochs") { tick in
      concurrently(sizes.count, seed: board.seed, tick: { tick() }) { number, generator, tick in
        let size = sizes[number]
        // The last one is shallow and straight at the end: more like PCA.
        let plan =
          number < 3 ? digitPlan : Autoencoder.Plan(hiddenSizes: [128], activation: .tanh)
        let network = Autoencoder(columns: 64, codeSize: size, plan, using: &generator)
        network.learn(
          digits.train.images, epochs: epochs, batchSize: 64, learningRate: rate,
          using: &generator, tick: tick)
        let test = digits.test.images
        let (rebuilt, linear) = (network(test), pca.decode(pca.encode(test, size: size)))
        return DigitCode(
          size: size, isDeep: number < 3, trained: Trained(network: network),
          error: 64 * squaredError(rebuilt, test),
          linearError: 64 * squaredError(linear, test), rebuilt: rebuilt, linearRebuilt: linear,
          codes: network.encode(test), trainingCodes: network.encode(digits.train.images))
      }
    }
  }

  private static func show(_ codes: [DigitCode], _ test: ImageSet, _ board: Board) {
    board.table(
      ["code", "network", "autoencoder", "PCA", "ratio"],
      codes.map { code in
        [
          "\(code.size) numbers", code.isDeep ? "128-64, SiLU" : "128, tanh, linear end",
          "\(code.error, decimals: 3)", "\(code.linearError, decimals: 3)",
          "\(code.ratio, decimals: 2)",
        ]
      })
    let chosen = [0, 1, 2, 3, 5, 6, 8, 9].map { digit in test.labels.firstIndex(of: digit)! }
    let rows = [
      test.images, codes[0].linearRebuilt, codes[0].rebuilt, codes[1].linearRebuilt,
      codes[1].rebuilt,
    ]
    let picture = joined(rows.map { ($0, chosen) })
    board.draw(
      Figure(
        "Rebuilt from a few numbers",
        caption: """
          From the top: the digit; PCA and autoencoder from 2 numbers; PCA and autoencoder from 8.
          """,
        name: "rebuilt"
      ) { ImageGrid([picture.pixels], width: picture.width, columns: 1, range: 0...1) })
    board.say(
      """
      With 2 or 8 numbers there is much to lose, and a curved sheet follows the digits where a \
      plane cannot. With 30 of 64 the tide turns: the deep network loses \
      \(codes[2].ratio, decimals: 2) times what PCA loses, a shallow one \
      \(codes[3].ratio, decimals: 2) times. Little is left to lose there: PCA's 30 directions hold \
      \(1 - codes[2].linearError / codes[2].spread(test.images), percent: 1) of what varies, and it \
      finds them exactly, by algebra. A network must learn by descent how to pass thirty numbers \
      undisturbed through layers that bend everything. Use the tool that fits.
      """)
  }

  private static func drawPlanes(
    _ code: DigitCode, _ digits: TrainTest<ImageSet>, _ board: Board
  ) {
    let pca = PrincipalComponents(fitting: digits.train.images)
    let (train, test) = (digits.train, digits.test)
    let linearTrain = pca.encode(train.images, size: 2)
    let linear = pca.encode(test.images, size: 2)
    let shown = 0..<600
    let planes: [(Text, Tensor)] = [("PCA", linear), ("autoencoder", code.codes)]
    board.draw(
      Figure(
        "Test digits on the plane of two numbers",
        caption: "Neither was told which digit is which. The first 600 of 1,797.", name: "plane"
      ) {
        for (name, plane) in planes {
          Panel(name, x: "code 1", y: "code 2") {
            Points(
              x: plane.column(0).rows(shown).scalars, y: plane.column(1).rows(shown).scalars,
              group: Array(test.labels[shown]), names: (0...9).map { "\($0)" })
          }
        }
      })
    let read = neighbourAccuracy(
      code.codes, test.labels, among: code.trainingCodes, train.labels)
    let linearRead = neighbourAccuracy(linear, test.labels, among: linearTrain, train.labels)
    board.say(
      """
      Most digits have found a country of their own, though no label was ever seen. Ask the five \
      nearest training digits on the plane what a test digit is: PCA's two numbers answer \
      \(linearRead, percent: 1) rightly, the autoencoder's \(read, percent: 1).
      """)
    board.ungatedClaim(
      "two-numbers", "test digits read from 2 numbers by 5 neighbours: PCA, autoencoder",
      source: "Hinton and Salakhutdinov, Science 313 (2006), fig. 3",
      published: "a picture of such planes",
      measured: "\(linearRead, percent: 1), \(read, percent: 1)",
      reason: "the paper gives the picture and no number")
  }

  private static func claimCodes(_ codes: [DigitCode], _ board: Board) {
    let source: Text = "Hinton and Salakhutdinov, Science 313 (2006)"
    for code in codes[..<2] {
      let statement = "optdigits, a code of \(code.size): test error of autoencoder and PCA" as Text
      let measured =
        "\(code.error, decimals: 2), \(code.linearError, decimals: 2): \(code.ratio, decimals: 2)"
        as Text
      let published: Text = "MNIST, 30 of 784: 3.00, 13.87: 0.22"
      board.claim(
        "code-\(code.size)", statement, source: source, published: published, measured: measured,
        gate: "at most 0.85 x PCA", holds: code.ratio <= 0.85)
    }
    board.ungatedClaim(
      "code-30", "the same, a code of 30: deep, shallow, PCA", source: source,
      published: "MNIST, 30 of 784: 3.00, -, 13.87",
      measured:
        "\(codes[2].error, decimals: 2), \(codes[3].error, decimals: 2), \(codes[2].linearError, decimals: 2)",
      reason: "30 of 64 numbers lose little; PCA finds them by algebra, the network by descent")
  }
}

extension Lesson14.DigitCode {
  /// The squared distance of the images from their mean, summed over the pixels.
  fileprivate func spread(_ images: Tensor) -> Double {
    Double(images.variance(axis: 0).sum())
  }
}
