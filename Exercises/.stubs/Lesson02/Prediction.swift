import ExerciseKit

/// Exercise 2.1 - The answer.                                          * 10 minutes
///
/// What does the neuron say? Add up the features, each times its weight, and the bias. From 0
/// upwards the answer is +1, below it is -1.
///
///     s  = w . x + b
///     y^ = +1 if s >= 0, else -1
///
///     predicted(weights: [1, -2], bias: 0.5, x: [3, 1])    // s = 3 - 2 + 0.5 = 1.5, so +1
///
/// - Parameters:
///   - weights: the neuron's weights, one a feature.
///   - bias: the neuron's bias.
///   - x: one example, as many features as there are weights.
/// - Returns: +1 or -1.
public func predicted(weights: [Float], bias: Float, x: [Float]) -> Float {
  todo()
}
