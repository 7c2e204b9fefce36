import ExerciseKit

/// Exercise 2.4 - Margin and bound, first half.                        ** 25 minutes
///
/// How far does the closest example lie from the neuron's line, on its right side? The bias counts
/// as a weight of an input that is always 1.
///
///     gamma = min over all examples of  y (w . x + b) / |w~|      |w~|^2 = b^2 + w1^2 + w2^2 + ...
///
/// An example on the wrong side makes the margin negative.
///
///     margin(weights: [0, 3], bias: 4, x: [[5, 2]], labels: [1])    // (6 + 4) / 5 = 2
///
/// - Parameters:
///   - weights: the neuron's weights, one a feature; they are not all 0.
///   - bias: the neuron's bias.
///   - x: the examples, at least one.
///   - labels: the right answers, -1 or +1, one an example.
/// - Returns: gamma.
public func margin(weights: [Float], bias: Float, x: [[Float]], labels: [Float]) -> Float {
  todo()
}

/// Exercise 2.4 - Margin and bound, second half.
///
/// How many mistakes can a perceptron make before it is right for ever? R is the length of the
/// longest example, with the 1 of the bias before its features.
///
///     mistakes <= (R / gamma)^2        R^2 = the largest  1 + x1^2 + x2^2 + ...
///
///     mistakeBound(x: [[2, 2], [0, 1]], margin: 0.5)    // R = 3, so (3 / 0.5)^2 = 36
///
/// - Parameters:
///   - x: the examples, at least one.
///   - margin: gamma, the margin of a line.
/// - Returns: the bound, or nil when the line does not separate the examples (gamma <= 0).
public func mistakeBound(x: [[Float]], margin: Float) -> Float? {
  todo()
}
