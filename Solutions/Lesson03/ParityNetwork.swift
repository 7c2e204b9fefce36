/// Exercise 3.3 - A network for parity.
///
/// Unit k fires from k ones on, so m ones make m units fire, and their signs add up to m's parity.
public func parityNetwork(inputCount: Int) -> (
  hiddenWeights: [[Float]], hiddenBiases: [Float], outputWeights: [Float], outputBias: Float
) {
  let units = 1...inputCount
  return (
    hiddenWeights: units.map { _ in [Float](repeating: 1, count: inputCount) },
    hiddenBiases: units.map { 0.5 - Float($0) },  // unit k: at least k ones
    outputWeights: units.map { $0.isMultiple(of: 2) ? -1 : 1 },
    outputBias: -0.5
  )
}
