import MiniTensor

/// The tent map: two ReLUs that fold the interval [0, 1] in the middle.
///
///     T(x) = 2 relu(x) - 4 relu(x - 1/2)         up to 1 at x = 1/2, and down again
///
/// Folding the folded strip again doubles the creases: k folds make 2^k straight pieces.
enum TentMap {
  /// k folds in a row: k hidden layers of two ReLUs, then the output that reads the last tent.
  ///
  /// The output weights (2, -4) of one fold are multiplied into the input weights (1, 1) of the
  /// next, so a fold costs two ReLUs and nothing else.
  static func network(folds: Int) -> MultilayerPerceptron {
    let hinges = Tensor([0, -0.5])
    let first = DenseLayer(weights: Tensor([[1, 1]]), bias: hinges, activation: .relu)
    let next = DenseLayer(weights: Tensor([[2, 2], [-4, -4]]), bias: hinges, activation: .relu)
    let output = DenseLayer(
      weights: Tensor([[2], [-4]]), bias: Tensor([0]), activation: .identity)
    return MultilayerPerceptron(
      layers: [first] + Array(repeating: next, count: folds - 1) + [output])
  }

  /// One hidden layer of as many ReLUs as you like, with numbers that count exactly.
  ///
  /// Input weights +-1, hinges on distinct multiples of 1/1024 inside (0, 1), output weights small
  /// whole numbers: every crease and every slope is exact in Double.
  static func randomShallowNetwork(
    width: Int, using generator: inout RandomGenerator
  ) -> MultilayerPerceptron {
    let hinges = generator.permutation(1023).prefix(width).map { Float($0 + 1) / 1024 }
    let signs = (0..<width).map { _ in Float(generator.integer(below: 2) * 2 - 1) }
    let heights = (0..<width).map { _ in Float(generator.integer(below: 9) - 4) }
    return MultilayerPerceptron(layers: [
      DenseLayer(
        weights: Tensor(signs, shape: [1, width]),
        bias: Tensor(zip(signs, hinges).map { -$0 * $1 }), activation: .relu),
      DenseLayer(
        weights: Tensor(heights, shape: [width, 1]), bias: Tensor([0]), activation: .identity),
    ])
  }
}
