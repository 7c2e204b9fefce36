import LessonKit
import MiniTensor

extension Lesson04 {
  /// A whole layer in one product, and a first look at what a few of them can draw.
  static func writeLayersAsMatrices(_ board: Board) {
    board.section("A layer is a matrix product")
    board.say(
      """
      In lesson 03 you wired neurons one by one. Nobody wires a thousand of them by hand. Write \
      the weights of a whole layer side by side, one column a neuron, and a single matrix product \
      asks all the neurons at once, about all the examples of a batch.
      """)
    board.formula("a = f(x W + b)     x [batch, inputs]  W [inputs, outputs]  b [outputs]")
    board.say(
      """
      A network is layers in a row: what one answers, the next one reads. Here are two that nobody \
      has trained: their weights were drawn by chance. Give them a point of the plane and they \
      answer with a number, shown as a colour. One hidden layer draws a few wide waves; four of \
      them fold waves into waves.
      """)

    var generator = RandomGenerator(seed: board.seed)
    let shallow = landscape(hiddenLayers: 1, using: &generator)
    let deep = landscape(hiddenLayers: 4, using: &generator)
    board.draw(
      Figure(
        "The plane as seen by networks that know nothing",
        caption: """
          Answers above the mean in one colour, below it in the other. Each picture asks about all \
          its points at once: one matrix product a layer.
          """,
        name: "landscape"
      ) {
        for (title, network) in [("one hidden layer", shallow), ("four hidden layers", deep)]
          as [(Text, MultilayerPerceptron)]
        {
          Panel(title, x: .range(-1...1), y: .range(-1...1), aspect: .equal) {
            Region(batchValues: { colours(of: network, at: $0) }, range: -2...2)
          }
        }
      })

    let batch = 3
    board.table(
      ["layer", "reads x", "weights W", "bias b", "answers a", "numbers to learn"],
      deep.layers.enumerated().map { level, layer in
        let (inputs, outputs) = (layer.inputSize, layer.outputSize)
        return [
          "\(level + 1)", "[\(batch), \(inputs)]", "[\(inputs), \(outputs)]", "[\(outputs)]",
          "[\(batch), \(outputs)]", "\(layer.parameterCount, grouped: true)",
        ]
      },
      title: """
        The deep one, asked about a batch of \(batch) points: inner sizes must meet, outer sizes \
        stay. It has \(deep.parameterCount, grouped: true) numbers.
        """)
  }

  /// A random network from the plane to one number.
  private static func landscape(
    hiddenLayers: Int, using generator: inout RandomGenerator
  ) -> MultilayerPerceptron {
    MultilayerPerceptron(
      sizes: [2] + Array(repeating: 24, count: hiddenLayers) + [1], hidden: .tanh, gain: 3,
      biasSpread: 1.5, using: &generator)
  }

  /// The network's answers, measured in standard deviations from their mean.
  private static func colours(
    of network: MultilayerPerceptron, at points: [[Float]]
  ) -> [Float] {
    let answers = network(Tensor(points))  // [points, 1]
    return ((answers - answers.mean()) / answers.variance().squareRoot()).scalars
  }
}
