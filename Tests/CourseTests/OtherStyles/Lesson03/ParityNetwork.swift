import ExerciseKit

/// Whole weights, the last question first, and an output that is open unless told otherwise.
public func parityNetwork(inputCount n: Int) -> (
  hiddenWeights: [[Float]], hiddenBiases: [Float], outputWeights: [Float], outputBias: Float
) {
  var (weights, biases, output): ([[Float]], [Float], [Float]) = ([], [], [])
  for k in stride(from: n, through: 1, by: -1) {
    weights.append(Array(repeating: 2, count: n))
    biases.append(Float(1 - 2 * k))
    output.append(k % 2 == 1 ? 10 : -10)
  }
  return (weights, biases, output, -5)
}
