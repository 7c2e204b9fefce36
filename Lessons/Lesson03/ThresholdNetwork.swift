/// One hidden layer of threshold units, and the two networks that this lesson builds by hand.

/// A neuron that fires (1) when `w . x + b > 0` and is silent (0) otherwise.
struct ThresholdUnit {
  var weights: [Float]
  var bias: Float

  func sum(_ inputs: [Float]) -> Float {
    zip(weights, inputs).reduce(bias) { $0 + $1.0 * $1.1 }
  }

  func callAsFunction(_ inputs: [Float]) -> Float { sum(inputs) > 0 ? 1 : 0 }
}

/// Inputs -> hidden threshold units -> one threshold unit.
struct ThresholdNetwork {
  var hidden: [ThresholdUnit]
  var output: ThresholdUnit

  /// What the hidden layer makes of the inputs: the only thing that the output unit sees.
  func hiddenCode(_ inputs: [Float]) -> [Float] { hidden.map { $0(inputs) } }

  func callAsFunction(_ inputs: [Float]) -> Float { output(hiddenCode(inputs)) }
}

extension ThresholdNetwork {
  /// XOR: the first hidden unit is "or", the second is "and"; the output is "or, but not and".
  static let xor = ThresholdNetwork(
    hidden: [
      ThresholdUnit(weights: [1, 1], bias: -0.5),  // at least one input is 1
      ThresholdUnit(weights: [1, 1], bias: -1.5),  // both are 1
    ],
    output: ThresholdUnit(weights: [1, -1], bias: -0.5))

  /// Parity of `inputCount` bits with as many hidden units: a row of counters, added with changing
  /// sign.
  ///
  /// Hidden unit k fires when at least k inputs are 1. With m ones the first m units fire, and the
  /// output adds 1 - 1 + 1 - ... (m terms): 1 when m is odd, 0 when it is even.
  /// Source: Rumelhart, Hinton and Williams, PDP vol. 1, ch. 8, p. 334 (1986).
  ///
  /// The last counters may be missing, to see what they are good for.
  static func parity(_ inputCount: Int, missing: Int = 0) -> ThresholdNetwork {
    let units = Array((1...inputCount).dropLast(missing))
    return ThresholdNetwork(
      hidden: units.map { k in
        ThresholdUnit(
          weights: [Float](repeating: 1, count: inputCount), bias: 0.5 - Float(k))
      },
      output: ThresholdUnit(
        weights: units.map { $0.isMultiple(of: 2) ? -1 : 1 }, bias: -0.5))
  }
}
