import ExerciseKit

/// Exercise 3.3 - A network for parity.                                  *** 30 minutes
///
/// Build, for any number n of inputs, a network with exactly n hidden units whose output fires
/// when the number of ones among the inputs is odd. The units are those of exercise 3.2:
///
///     h[k] = 1 when hiddenWeights[k] . x + hiddenBiases[k] > 0, else 0
///     y    = 1 when outputWeights . h    + outputBias      > 0, else 0
///
/// With n = 3 the network answers 1 to [0, 1, 0] and to [1, 1, 1], and 0 to [0, 0, 0] and to [1,
/// 0, 1].
///
/// - Parameter inputCount: n, at least 1.
/// - Returns: the numbers of the network: `hiddenWeights` [n units][n inputs], `hiddenBiases` [n],
///   `outputWeights` [n], `outputBias`.
public func parityNetwork(inputCount: Int) -> (
  hiddenWeights: [[Float]], hiddenBiases: [Float], outputWeights: [Float], outputBias: Float
) {
  todo()
}
