extension SigmoidNetwork {
  /// All weights and biases in one row: layer after layer, the weights before the biases.
  var parameters: [Double] {
    get { layers.flatMap { $0.weights + $0.bias } }
    set {
      var rest = newValue[...]
      for level in layers.indices {
        let (weights, bias) = (layers[level].weights.count, layers[level].bias.count)
        layers[level].weights = Array(rest.prefix(weights))
        layers[level].bias = Array(rest.dropFirst(weights).prefix(bias))
        rest = rest.dropFirst(weights + bias)
      }
    }
  }

  /// The slopes collected since the last step, in the order of ``parameters``.
  var slopes: [Double] { layers.flatMap { $0.weightSlopes + $0.biasSlopes } }

  /// The error on a set of examples, without learning from it.
  mutating func error(on examples: Examples) -> Double {
    var sum = 0.0
    for (input, target) in zip(examples.inputs, examples.targets) {
      show(input)
      for (answer, wanted) in zip(answers, target) {
        sum += (answer - wanted) * (answer - wanted) / 2
      }
    }
    return sum
  }
}

/// What a network should answer to what.
struct Examples: Sendable {
  let inputs: [[Double]]
  let targets: [[Double]]
  var count: Int { inputs.count }

  /// Exclusive or: 1 when exactly one of the two inputs is 1.
  static let exclusiveOr = Examples(
    inputs: [[0, 0], [0, 1], [1, 0], [1, 1]], targets: [[0], [1], [1], [0]])
}
