import MiniTensor

/// Checks slopes that were derived by hand against slopes that were measured.
///
///     slope of w  ~  (E(w + h) - E(w - h)) / 2h
enum GradientChecker {
  /// The largest difference over the largest slope: 0 when both agree, about 1 when one is
  /// nonsense.
  static func relativeDifference(_ left: [Double], _ right: [Double]) -> Double {
    let difference = zip(left, right).map { abs($0 - $1) }.max() ?? 0
    let size = (left + right).map { abs($0) }.max() ?? 0
    return size > 0 ? difference / size : 0
  }

  // MARK: - The two-layer network on tensors, in Float

  /// A tensor of a ``TwoLayerNetwork``.
  typealias Place = WritableKeyPath<TwoLayerNetwork.Parameters, Tensor> & Sendable

  static let places: [(name: String, place: Place)] = [
    ("W1", \.hiddenWeights), ("b1", \.hiddenBias), ("W2", \.outputWeights), ("b2", \.outputBias),
  ]

  /// Measures the slope of every number in one tensor of the network.
  static func measuredSlopes(
    _ network: TwoLayerNetwork, _ place: Place, _ input: Tensor, labels: [Int], step: Float
  ) -> Tensor {
    let original = network.parameters[keyPath: place]
    var wiggled = network
    func loss(_ k: Int, _ change: Float) -> Float {
      var scalars = original.scalars
      scalars[k] += change
      wiggled.parameters[keyPath: place] = Tensor(scalars, shape: original.shape)
      return wiggled.loss(input, labels: labels)
    }
    let slopes = original.scalars.indices.map { (loss($0, step) - loss($0, -step)) / (2 * step) }
    return Tensor(slopes, shape: original.shape)
  }

  // MARK: - The sigmoid network on arrays, in Double

  /// The slopes by hand: forward and backward once over all examples.
  static func slopes(_ network: SigmoidNetwork, _ examples: Examples) -> [Double] {
    var network = network
    for (input, target) in zip(examples.inputs, examples.targets) {
      network.study(input, target: target)
    }
    return network.slopes
  }

  /// Measures every slope with a step to both sides, or to the right only.
  static func measuredSlopes(
    _ network: SigmoidNetwork, _ examples: Examples, step: Double, isCentral: Bool = true
  ) -> [Double] {
    let original = network.parameters
    var wiggled = network
    func error(_ k: Int, _ change: Double) -> Double {
      wiggled.parameters = original
      wiggled.parameters[k] += change
      return wiggled.error(on: examples)
    }
    return original.indices.map { k in
      isCentral
        ? (error(k, step) - error(k, -step)) / (2 * step)
        : (error(k, step) - error(k, 0)) / step
    }
  }
}
