/// Exercise 3.2 - A network for XOR.
///
/// The first unit asks "at least one?", the second "both?"; the output fires on "yes, no".
public func xorNetwork() -> (
  hiddenWeights: [[Float]], hiddenBiases: [Float], outputWeights: [Float], outputBias: Float
) {
  ([[1, 1], [1, 1]], [-0.5, -1.5], [1, -1], -0.5)
}
