import MiniTensor

/// One network of six inputs, two hidden units and one output that learns mirror symmetry.
///
/// Setting of the paper: all 64 patterns before each step, learning rate 0.1, momentum 0.9,
/// weights from -0.3 to 0.3 (Nature 323, 1986, fig. 1).
struct MirrorRun: Sendable {
  /// The sweep after which all 64 answers were on the right side of 1/2; nil if none was.
  let sweeps: Int?
  /// Now and then: the sweep, and the error E summed over the 64 patterns.
  let history: [(Int, Double)]
  /// The weights of the two hidden units from the six inputs.
  let hiddenWeights: [[Double]]

  static let limit = 5_000
  /// For so many more sweeps it trains on after the solution, so that the weights settle.
  static let settling = 1_500

  init(drawsBiases: Bool, settles: Bool = true, using generator: inout RandomGenerator) {
    var network = SigmoidNetwork(sizes: [6, 2, 1], spread: 0.3, using: &generator)
    if !drawsBiases {
      for level in network.layers.indices {
        network.layers[level].bias = network.layers[level].bias.map { _ in 0 }
      }
    }
    let examples = Self.allPatterns
    var sweeps: Int?
    var history: [(Int, Double)] = []
    var sweep = 0
    while sweep < (sweeps.map { $0 + (settles ? Self.settling : 1) } ?? Self.limit) {
      var right = 0
      var error = 0.0
      for (input, target) in zip(examples.inputs, examples.targets) {
        error += network.study(input, target: target)
        if (network.answers[0] > 0.5) == (target[0] > 0.5) { right += 1 }
      }
      if right == examples.count, sweeps == nil { sweeps = sweep }
      if sweep.isMultiple(of: 50) || sweep == sweeps {
        history.append((sweep, error))
      }
      network.step(learningRate: 0.1, momentum: 0.9)
      sweep += 1
    }
    self.sweeps = sweeps
    self.history = history
    let weights = network.layers[0].weights  // [6, 2]
    hiddenWeights = (0..<2).map { unit in (0..<6).map { weights[2 * $0 + unit] } }
  }

  /// The 64 patterns of six bits; the target is 1 for the eight that are their own mirror image.
  static let allPatterns: Examples = {
    let inputs = (0..<64).map { code in (0..<6).map { Double((code >> $0) & 1) } }
    return Examples(inputs: inputs, targets: inputs.map { $0 == $0.reversed() ? [1] : [0] })
  }()

  /// How far partners are from being equal and opposite, at worst: |w_i + w_(7-i)| / largest |w|.
  var mirrorError: Double {
    hiddenWeights.map { weights in
      let largest = weights.map { abs($0) }.max()!
      return (0..<3).map { abs(weights[$0] + weights[5 - $0]) / largest }.max()!
    }.max()!
  }

  /// For each hidden unit the three sizes of its pairs, smallest first, in units of the smallest.
  var ratios: [[Double]] {
    hiddenWeights.map { weights in
      let sizes = (0..<3).map { (abs(weights[$0]) + abs(weights[5 - $0])) / 2 }.sorted()
      return sizes.map { $0 / sizes[0] }
    }
  }

  /// Whether both units have found 1 : 2 : 4, within a tenth.
  var isOneTwoFour: Bool {
    ratios.allSatisfy { abs($0[1] - 2) < 0.2 && abs($0[2] - 4) < 0.4 }
  }

  /// The hidden weights, each unit in units of its smallest pair.
  var normalisedWeights: [[Double]] {
    hiddenWeights.map { weights in
      let smallest = (0..<3).map { (abs(weights[$0]) + abs(weights[5 - $0])) / 2 }.min()!
      return weights.map { $0 / smallest }
    }
  }
}
