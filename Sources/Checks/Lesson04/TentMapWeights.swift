import ExerciseKit

extension Checks04 {
  /// The layers of a network, in the order of the signal.
  private typealias TentLayers = [(weights: [[Float]], bias: [Float])]
  /// Exercise 4.5.
  static let tentMapWeights = Check(
    "4.5", "Fold the line", difficulty: 3, minutes: 30,
    file: "TentMap.swift", chapter: "04-multilayer-perceptron.md",
    section: "Depth folds",
    replaces: [],
    hints: [
      """
      Begin with one fold. On [0, 1/2] only relu(x) is awake, and the tent climbs with slope 2. \
      After 1/2 the slope must be -2: by how much does it change there?
      """,
      """
      T(x) = 2 relu(x) - 4 relu(x - 1/2). For one fold the hidden weights are 1 and 1, the \
      hidden biases 0 and -1/2, and the output reads the two with 2 and -4.
      """,
      """
      In the second hidden layer both neurons want T(x) where the first layer had x. So both \
      read the two neurons before them with 2 and -4, and their biases are again 0 and -1/2. \
      Mind which index is the input.
      """,
    ],
    parts: [
      Part("the shapes of the layers", points: 1, shapes),
      Part("one fold", points: 1, oneFold),
      Part("many folds", points: 2, manyFolds),
    ],
    mistakes: [
      tentNetwork.mistake(
        """
        after 1/2 yours stays flat: the slope must change from 2 to -2, so the second ReLU needs \
        -4
        """
      ) { network(folds: $0, tent: [2, -2]) },
      tentNetwork.mistake(
        "after 1/2 yours climbs even faster: the second ReLU must bend the line down"
      ) {
        network(folds: $0, tent: [2, 4])
      },
      tentNetwork.mistake(
        "the tent is only half as high: it climbs with slope 2, so that it reaches 1"
      ) {
        network(folds: $0, tent: [1, -2])
      },
      tentNetwork.mistake(
        "the biases are 0: the second neuron must wake at 1/2, so its bias is -1/2"
      ) { network(folds: $0, hinges: [0, 0]) },
      tentNetwork.mistake("the sign of the bias: relu(x - 1/2) has the bias -1/2") {
        network(folds: $0, hinges: [0, 0.5])
      },
      tentNetwork.mistake("the output falls where it should climb: 2 comes first, then -4") {
        network(folds: $0, tent: [-4, 2])
      },
      tentNetwork.mistake("your hinge is at 1, the end of the interval: the fold is at 1/2") {
        network(folds: $0, hinges: [0, -1])
      },
      tentNetwork.mistake("after 1/2 yours falls too steeply: from 2 to -2 the slope changes by -4")
      {
        network(folds: $0, tent: [2, -6])
      },
      tentNetwork.mistake("yours folds one time fewer than asked: k hidden layers and the output") {
        network(folds: max(0, $0 - 1))
      },
      tentNetwork.mistake(
        "yours folds once more than asked: k hidden layers in all, the first one included"
      ) {
        network(folds: $0 + 1)
      },
      tentNetwork.mistake(
        "the weights stand as [outputs][inputs]: the first index is the input, as in exercise 4.1"
      ) { folds in
        network(folds: folds).map { layer in
          let outputs = layer.weights[0].indices
          return (outputs.map { j in layer.weights.map { $0[j] } }, layer.bias)
        }
      },
      tentNetwork.mistake(
        """
        the hidden layers after the first read the two neurons as 2 and -4 across, not down: \
        both columns must be 2, -4
        """
      ) { folds in
        network(folds: folds).enumerated().map { level, layer in
          level == 0 || level == folds
            ? layer : (weights: [[2, -4], [2, -4]], bias: layer.bias)
        }
      },
      tentNetwork.mistake(
        "one wide hidden layer is right for one fold only: a fold is a layer of its own"
      ) {
        shallow(folds: $0)
      },
    ])

  private static let tentNetwork = Function(
    "tentNetwork(folds:)",
    reading: { value -> TentLayers in
      try value.elements.map { try $0.tuple(of: [[Float]].self, [Float].self) }
    }
  ) { (folds: Int) in network(folds: folds) }

  @Sendable private static func shapes(_ judge: Judge) {
    for folds in [2, 1, 5, judge.generator.count(3...8)] {
      judge.ask("tentNetwork(folds: \(folds)).map { layer in shape of weights, then of bias }") {
        answers in try answers.call(tentNetwork, folds).map { shape(of: $0) }
      }
    }
  }

  @Sendable private static func oneFold(_ judge: Judge) {
    for x in [0.25, 0.75, 0, 0.5, 1, 0.375] as [Float] { ask(judge, folds: 1, x) }
    for x in judge.generator.floats(3, in: 0...1) { ask(judge, folds: 1, x) }
  }

  @Sendable private static func manyFolds(_ judge: Judge) {
    for (folds, x) in [(2, 0.125), (2, 0.625), (3, 0.3125), (5, 0.71875), (10, 1.0 / 1024)]
      as [(Int, Float)]
    {
      ask(judge, folds: folds, x)
    }
    for x in judge.generator.floats(3, in: 0...1) {
      ask(judge, folds: judge.generator.count(2...6), x)
    }
  }

  private static func ask(_ judge: Judge, folds: Int, _ x: Float) {
    judge.ask(
      "tentNetwork(folds: \(folds)), run on x = \(x)",
      likely: ["the shapes of your layers do not fit one on the other": nil]
    ) { answers in run(try answers.call(tentNetwork, folds), x) }
  }

  // MARK: - Running the layers

  /// The output of the layers, ReLU in all but the last; nil when shapes do not fit.
  private static func run(_ layers: TentLayers, _ x: Float) -> Float? {
    var signal = [x]
    for (level, layer) in layers.enumerated() {
      guard layer.weights.count == signal.count,
        layer.weights.allSatisfy({ $0.count == layer.bias.count })
      else { return nil }
      let sums = layer.bias.indices.map { j in
        signal.indices.reduce(layer.bias[j]) { $0 + signal[$1] * layer.weights[$1][j] }
      }
      signal = level == layers.count - 1 ? sums : sums.map { max(0, $0) }
    }
    return signal.count == 1 ? signal[0] : nil
  }

  private static func shape(of layer: (weights: [[Float]], bias: [Float])) -> String {
    let widths = Set(layer.weights.map(\.count))
    let width = widths.count == 1 ? "\(widths.first!)" : "rows of different lengths"
    return "[\(layer.weights.count), \(width)] and [\(layer.bias.count)]"
  }

  // MARK: - Building them, right and wrong

  private static func network(
    folds: Int, tent: [Float] = [2, -4], hinges: [Float] = [0, -0.5]
  ) -> TentLayers {
    let output = (weights: tent.map { [$0] }, bias: [Float(0)])
    guard folds > 0 else { return [output] }
    let first = (weights: [[Float(1), 1]], bias: hinges)
    let next = (weights: tent.map { [$0, $0] }, bias: hinges)
    return [first] + Array(repeating: next, count: folds - 1) + [output]
  }

  /// The same function from one hidden layer: as many ReLUs as there are pieces.
  private static func shallow(folds: Int) -> TentLayers {
    let pieces = 1 << min(folds, 10)
    let bends = (0..<pieces).map { i -> Float in
      let slope = Float(pieces)
      return i == 0 ? slope : (i.isMultiple(of: 2) ? 2 * slope : -2 * slope)
    }
    return [
      (
        [Array(repeating: 1, count: pieces)],
        (0..<pieces).map { -Float($0) / Float(pieces) }
      ),
      (bends.map { [$0] }, [0]),
    ]
  }
}
