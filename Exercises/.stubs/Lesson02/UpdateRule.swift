import ExerciseKit

/// Exercise 2.2 - The update rule.                                    ** 15 minutes
///
/// Move the weights after one answer. Nothing changes when the answer was right.
///
///     w <- w + eta (y - y^) x        b <- b + eta (y - y^)
///
/// - Parameters:
///   - weights: the neuron's weights, one a feature.
///   - bias: the neuron's bias.
///   - x: one flower, as many features.
///   - label: y, the right answer, -1 or +1.
///   - predicted: y^, the neuron's answer, -1 or +1.
///   - learningRate: eta, the size of the step.
/// - Returns: the new weights and bias.
public func updated(
  weights: [Float], bias: Float, x: [Float], label: Float, predicted: Float, learningRate: Float
) -> (weights: [Float], bias: Float) {
  todo()
}
