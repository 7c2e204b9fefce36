import ExerciseKit

/// Exercise 3.2 - A network for XOR.                                      ** 20 minutes
///
/// Choose weights and biases for two hidden units and one output unit, so that the output fires
/// (1) when exactly one of the two inputs is 1, and is silent (0) otherwise. Every unit is a
/// threshold unit:
///
///     h[k] = 1 when hiddenWeights[k] . x + hiddenBiases[k] > 0, else 0
///     y    = 1 when outputWeights . h    + outputBias      > 0, else 0
///
/// Many choices are right. Take pencil and paper: which question does each hidden unit ask of the
/// inputs?
///
/// - Returns: the numbers of the network: `hiddenWeights` [2 units][2 inputs], `hiddenBiases` [2],
///   `outputWeights` [2], `outputBias`.
public func xorNetwork() -> (
  hiddenWeights: [[Float]], hiddenBiases: [Float], outputWeights: [Float], outputBias: Float
) {
  todo()
}
