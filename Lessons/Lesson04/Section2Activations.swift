import LessonKit
import MiniTensor

extension Lesson04 {
  /// Why a neuron must bend, and five ways to do it.
  static func bendTheLine(_ board: Board) {
    board.section("Five ways to bend")
    board.say(
      """
      Without an activation the layers are wasted: a product of products is a product, so two \
      linear layers are one linear layer with other weights. The bend after each sum is what \
      makes a second layer worth having.
      """)
    board.formula(
      """
      (x W1 + b1) W2 + b2  =  x (W1 W2) + (b1 W2 + b2)

      sigmoid(x) = 1 / (1 + e^-x)             a soft step from 0 to 1
      tanh(x)    = 2 sigmoid(2x) - 1          a soft step from -1 to 1
      relu(x)    = max(0, x)                  a hinge
      leaky(x)   = x if x > 0, else 0.1 x     a hinge that never quite closes
      elu(x)     = x if x > 0, else e^x - 1   a hinge with a soft floor
      """)
    board.draw(
      Figure(
        "Five activations", caption: "What goes in is the weighted sum z; what comes out is a.",
        x: Axis("weighted sum z", range: -4...4), y: Axis("answer a", range: -1.25...2.5),
        name: "activations"
      ) {
        for activation in Activation.gallery {
          Lines(over: -4...4, name: "\(activation.rawValue)") { Double(activation(Float($0))) }
        }
      })
    board.say(
      """
      The steps came first, because a step decides, as the neuron of 1943 did. The hinges came to \
      stay, because where they are open the signal passes unchanged, through as many layers as \
      you like. Lesson 10 shows what that is worth.
      """)
    let places: [Float] = [-10, -2, -0.5, 0, 0.5, 2, 10]
    board.table(
      ["z"] + places.map { "\($0)" },
      Activation.gallery.map { activation in
        ["\(activation.rawValue)"] + places.map { "\(activation($0), decimals: 3)" }
      })

    let gap = collapseGap(seed: board.seed)
    board.claim(
      "linear-collapse", "two layers without activation are one layer",
      source: "linear algebra: a product of products is a product",
      published: "no difference", measured: "differ by \(gap, significant: 2)",
      gate: "below 1e-4, rounding only", holds: gap < 1e-4)
  }

  /// The largest difference between two linear layers and the single one they amount to.
  private static func collapseGap(seed: UInt64) -> Float {
    var generator = RandomGenerator(seed: seed)
    let network = MultilayerPerceptron(
      sizes: [20, 50, 10], hidden: .identity, gain: 1, biasSpread: 1, using: &generator)
    let (first, second) = (network.layers[0], network.layers[1])
    let single = DenseLayer(
      weights: matmul(first.weights, second.weights),  // [20, 10]
      bias: matmul(first.bias, second.weights) + second.bias,  // [10]
      activation: .identity)
    let input = Tensor.normal([200, 20], using: &generator)
    return (network(input) - single(input)).abs().max()
  }
}
