import Datasets
import Experiments
import LessonKit
import MiniTensor

extension Lesson14 {
  /// Spoil the input, ask for the clean picture: a network that repairs.
  static func repairDigits(_ board: Board) throws {
    board.section("Learning by repairing")
    let rate: Float = 0.3
    board.say(
      """
      What keeps an autoencoder from learning nothing but to copy? So far the narrow door. Pascal \
      Vincent and his colleagues found another way in 2008: spoil the input, and ask for the clean \
      one. Then the door may be wide open, here 64 numbers for 64 pixels: a copy would be wrong. \
      To repair a digit, one has to know what digits look like.
      """)
    board.formula(
      """
      x~ = x, but each pixel becomes 0 or 1 with chance \(rate)
      L  = mean of (decoder(encoder(x~)) - x)^2
      """)
    let digits = try Digits.load()
    let epochs = board.isQuick ? 8 : 60
    let networks = board.progress("two networks", total: 2 * epochs, unit: "epochs") { tick in
      concurrently(2, seed: board.seed, tick: { tick() }) { number, generator, tick in
        let plan = Autoencoder.Plan(hiddenSizes: [256], activation: .silu, output: .sigmoid)
        let network = Autoencoder(columns: 64, codeSize: 64, plan, using: &generator)
        network.learn(
          digits.train.images, epochs: epochs, batchSize: 64, learningRate: 0.003,
          using: &generator,
          spoil: number == 0
            ? { Spoiling.saltAndPepper($0, rate: rate, using: &$1) } : nil,
          tick: tick)
        return Trained(network: network)
      }
    }
    var generator = RandomGenerator(seed: board.seed)
    let repairs = makeRepairs(networks.map(\.network), digits.train.images, rate, &generator)
    let spoiled = Spoiling.saltAndPepper(digits.test.images, rate: rate, using: &generator)
    show(repairs, spoiled, digits.test, board)
  }

  /// One way to repair.
  private struct Repair {
    let name: Text
    let apply: (Tensor) -> Tensor
  }

  private static func makeRepairs(
    _ networks: [Autoencoder], _ train: Tensor, _ rate: Float, _ generator: inout RandomGenerator
  ) -> [Repair] {
    // The straight ones learn from four spoiled copies of every training digit.
    let clean = Tensor.concatenate([train, train, train, train], axis: 0)
    let spoiled = Spoiling.saltAndPepper(clean, rate: rate, using: &generator)
    let filter = LinearRepair(spoiled: spoiled, clean: clean)
    let pca = PrincipalComponents(fitting: train)
    let sizes = Array(1...40)
    let errors = sizes.map { size in
      squaredError(pca.decode(pca.encode(spoiled, size: size)), clean)
    }
    let size = sizes[errors.indices.min { errors[$0] < errors[$1] }!]
    return [
      Repair(name: "nothing") { $0 },
      Repair(name: "the same network, trained clean") { networks[1]($0) },
      Repair(name: "PCA, the best number of directions: \(size)") {
        pca.decode(pca.encode($0, size: size))
      },
      Repair(name: "best straight map") { filter($0) },
      Repair(name: "denoising autoencoder") { networks[0]($0) },
    ]
  }

  private static func show(
    _ repairs: [Repair], _ spoiled: Tensor, _ test: ImageSet, _ board: Board
  ) {
    let repaired = repairs.map { $0.apply(spoiled) }
    let errors = repaired.map { 64 * squaredError($0, test.images) }
    board.table(
      ["repair of 1,797 spoiled test digits", "squared error that is left"],
      zip(repairs, errors).map { [$0.name, "\($1, decimals: 2)"] })
    let chosen = [0, 1, 2, 3, 5, 6, 8, 9].map { digit in test.labels.lastIndex(of: digit)! }
    let rows = [test.images, spoiled, repaired[3], repaired[4]]
    let picture = joined(rows.map { ($0, chosen) })
    board.draw(
      Figure(
        "Spoiled and repaired",
        caption: "From the top: clean; spoiled; the best straight map; the denoising autoencoder.",
        name: "repaired"
      ) { ImageGrid([picture.pixels], width: picture.width, columns: 1, range: 0...1) })
    let ratio = errors[4] / errors[3]
    board.say(
      """
      The network that was trained on clean digits has learned to copy, and copies the dirt. A \
      straight map can only smear. The denoising one has seen which strokes exist, and puts its \
      answer there. Keep this in mind: it points from a spoiled picture towards the likely ones. \
      Lesson 16 lets such a network walk all the way from pure noise.
      """)
    let statement =
      "salt and pepper on 30 %: denoising autoencoder against the best straight map" as Text
    let source: Text = "Vincent et al., ICML 2008; JMLR 11 (2010)"
    let measured =
      "\(errors[4], decimals: 2) against \(errors[3], decimals: 2): \(ratio, decimals: 2)" as Text
    board.claim(
      "denoising", statement, source: source, published: "learns to repair",
      measured: measured, gate: "at most 0.9 x", holds: ratio <= 0.9,
      notQuick: "8 epochs with --quick")
  }
}
