import Datasets
import Experiments
import Foundation
import LessonKit
import MiniTensor

extension Lesson09 {
  /// LeNet on clothes, beside a fully connected network and the neighbours.
  static func readClothes(_ clothes: TrainTest<ImageSet>, _ board: Board) -> Wardrobe {
    board.section("A LeNet for clothes")
    board.say(
      """
      Fashion-MNIST has the format of the digits, 28 x 28 pixels and ten classes, and shows shirts, \
      bags and boots. A LeNet stacks what we have: convolution, ReLU, pooling; convolution, ReLU, \
      pooling; then layers as always. Further up the maps are smaller and more in number: less \
      *where*, more *what*.
      """)
    board.formula(
      """
      [1, 28, 28] -> [6, 28, 28] -> pooled [6, 14, 14]
                  -> [16, 10, 10] -> pooled [16, 5, 5] -> 120 -> 84 -> 10
      """)
    let wardrobe = trainOnClothes(clothes, board)
    show(wardrobe, board)
    return wardrobe
  }

  /// The bundled pieces, or those of the folder that `--data` names.
  static func loadClothes(_ board: Board) throws -> TrainTest<ImageSet> {
    guard let folder = board.options.text("data") else { return try FashionMNIST.load() }
    let clothes = try FashionMNIST.load(from: URL(fileURLWithPath: folder))
    for set in [clothes.train, clothes.test] {
      guard set.height == 28, set.width == 28, set.count > 0 else {
        throw DataError(
          file: folder, expected: "pictures of 28 x 28 pixels",
          found: "\(set.count) of \(set.height) x \(set.width)")
      }
    }
    return clothes
  }

  /// Who reads clothes.
  enum Tailor {
    case leNet, stridedLeNet, perceptron
  }

  /// The pieces, the trained networks, and what they reach.
  struct Wardrobe {
    let clothes: TrainTest<ImageSet>
    let isFull: Bool
    let epochs: Int
    let neighbours: Double
    let readings: [(tailor: Tailor, classifier: Classifier, accuracy: Double)]

    func first(_ tailor: Tailor) -> Classifier {
      readings.first { $0.tailor == tailor }!.classifier
    }

    func accuracies(_ tailor: Tailor) -> [Double] {
      readings.filter { $0.tailor == tailor }.map(\.accuracy)
    }
  }

  private static func trainOnClothes(_ clothes: TrainTest<ImageSet>, _ board: Board) -> Wardrobe {
    let tailors: [Tailor] =
      board.isQuick
      ? [.leNet, .stridedLeNet, .perceptron]
      : [.leNet, .leNet, .leNet, .stridedLeNet, .perceptron, .perceptron, .perceptron]
    let epochs = board.isQuick ? 2 : 6
    let rate = Float(board.setting("clothes-rate"))
    let (train, test) = (clothes.train, clothes.test)
    let readings = board.progress(
      "clothes", total: tailors.count * epochs, unit: "epochs"
    ) { tick in
      concurrently(tailors.count, seed: board.seed, tick: { tick() }) { number, generator, done in
        let classifier: Classifier =
          switch tailors[number] {
          case .leNet: .leNet(using: &generator)
          case .stridedLeNet: .leNet(pools: false, using: &generator)
          case .perceptron: .perceptron([784, 128, 10], using: &generator)
          }
        classifier.train(
          on: .init(examples: train.images, labels: train.labels),
          .init(epochs: epochs, batchSize: 32, learningRate: rate), using: &generator
        ) { done() }
        return (
          tailor: tailors[number], classifier: classifier,
          accuracy: classifier.accuracy(on: test.images, test.labels)
        )
      }
    }
    // With all 60,000 examples a thousand questions to the neighbours are enough.
    let asked = test.rows(0..<min(1000, test.count))
    let neighbours = NearestNeighbours(examples: train.images, labels: train.labels)
      .accuracies(asked.images, asked.labels, neighbours: [5])[0]
    return Wardrobe(
      clothes: clothes, isFull: board.options.text("data") != nil, epochs: epochs,
      neighbours: neighbours,
      readings: readings)
  }

  private static func show(_ wardrobe: Wardrobe, _ board: Board) {
    let (convolutional, connected) = (
      wardrobe.accuracies(.leNet), wardrobe.accuracies(.perceptron)
    )
    func row(_ name: Text, _ tailor: Tailor) -> [Text] {
      let shares = wardrobe.accuracies(tailor)
      return [
        name, "\(wardrobe.first(tailor).network.parameterCount, grouped: true)",
        "\(shares.mean, percent: 1)", "\(shares.map { 100 * $0 }, decimals: 1)",
      ]
    }
    let (trainCount, testCount) = (wardrobe.clothes.train.count, wardrobe.clothes.test.count)
    board.table(
      ["reader", "weights", "mean", "each"],
      [
        ["5 nearest neighbours", "", "\(wardrobe.neighbours, percent: 1)", ""],
        row("784-128-10", .perceptron), row("LeNet", .leNet),
        row("LeNet, strides for pooling", .stridedLeNet),
      ],
      title:
        "\(trainCount, grouped: true) pictures to learn from, \(testCount, grouped: true) to be tested on, \(wardrobe.epochs) epochs:"
    )
    drawInside(wardrobe, board)
    claim(wardrobe, convolutional.mean, connected.mean, board)
  }

  /// What the first LeNet's windows are, and what they make of a boot.
  private static func drawInside(_ wardrobe: Wardrobe, _ board: Board) {
    let classifier = wardrobe.first(.leNet)
    let test = wardrobe.clothes.test
    let boot = test.labels.firstIndex(of: 9) ?? 0
    var signal = Variable(constant: test.images.row(boot).reshaped(1, 1, 28, 28))
    var maps: [Tensor] = []
    withoutGradients {
      for layer in classifier.network.layers.prefix(6) {
        signal = layer(signal)
        maps.append(signal.value)
      }
    }
    func pictures(_ tensor: Tensor) -> [[Float]] {
      let map = tensor.row(0)  // [maps, height, width]
      return (0..<map.shape[0]).map { map.row($0).scalars }
    }
    board.draw(
      Figure(
        "Into a LeNet goes a boot",
        caption: "The first convolution: six kernels of 5 x 5, and the map that each makes.",
        name: "boot"
      ) {
        Panel("the boot") { ImageGrid([test.images.row(boot).scalars], width: 28) }
        Panel("six kernels") { ImageGrid(classifier.firstKernels, width: 5, columns: 3) }
        Panel("six maps after ReLU") { ImageGrid(pictures(maps[1]), width: 28, columns: 3) }
      })
    board.draw(
      Figure(
        "Sixteen maps of the second convolution, and what is left of them",
        caption: "The same boot, after ReLU: 10 x 10, and pooled 5 x 5.", name: "boot-maps"
      ) {
        Panel("10 x 10") { ImageGrid(pictures(maps[4]), width: 10, columns: 8) }
        Panel("pooled, 5 x 5") { ImageGrid(pictures(maps[5]), width: 5, columns: 8) }
      })
    board.say(
      """
      The first maps still look like a boot: its edges on one side or the other, its body, its \
      sole. The second ones nobody can name. They answer to combinations, say where an edge of one \
      kind lies beside an edge of another, and each at a few places only.
      """)
  }

  private static func claim(
    _ wardrobe: Wardrobe, _ convolutional: Double, _ connected: Double, _ board: Board
  ) {
    let source: Text = "Xiao, Rasul, Vollgraf, arXiv 1708.07747 (2017); its benchmark page"
    let neighbours = wardrobe.neighbours
    let gain = "\(convolutional, percent: 1); \(connected, percent: 1)" as Text
    let statement: Text = "Fashion-MNIST: LeNet; 784-128-10"
    let published: Text = "full set: 2 convolutions 87.6-93.9 %; fully connected 88.3 %"
    if board.isQuick || wardrobe.isFull {
      board.ungatedClaim(
        "fashion", statement, source: source, published: published, measured: gain,
        reason: wardrobe.isFull
          ? "the gate is for the bundled subset"
          : "one run of \(wardrobe.epochs) epochs with --quick")
    } else {
      board.claim(
        "fashion", "\(statement), 6,000 pictures", source: source, published: published,
        measured: "\(gain); 5 neighbours \(neighbours, percent: 1)",
        gate: "mean of 3 runs: each >= 5 neighbours + 2 points",
        holds: min(convolutional, connected) >= neighbours + 0.02)
    }
    board.ungatedClaim(
      "fashion-gain", "Fashion-MNIST: LeNet against fully connected", source: source,
      published: "full set: -0.7 to +4.2 points",
      measured: "\(100 * (convolutional - connected), decimals: 1) points",
      reason: wardrobe.isFull
        ? "the published ones are other networks"
        : "a tenth of the pictures; 1,000 test pictures leave about 1 point to chance")
  }
}
