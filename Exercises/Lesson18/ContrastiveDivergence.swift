import ExerciseKit

/// Exercise 18.4 - Contrastive divergence.                             ** 25 minutes
///
/// How the weights and biases of a restricted machine change, from a batch of n examples and a
/// batch of n dreams. What is on together in the examples is strengthened; what is on together in
/// the dreams is weakened:
///
///     dW_ij = eta (mean of v_i h_j over the examples - mean of v_i h_j over the dreams)
///     da_i = eta (mean of v_i - mean of v_i)
///     db_j = eta (mean of h_j - mean of h_j), likewise
///
///     contrastiveDivergence(
///       visible: [[1, 0], [1, 1]], hidden: [[0.5], [1]],
///       dreamtVisible: [[0, 1], [1, 1]], dreamtHidden: [[0.5], [0.5]], learningRate: 0.1)
///     // weights [[0.05], [0]], visibleBiases [0.05, -0.05], hiddenBiases [0.025]
///
/// - Parameters:
///   - visible: the examples, a row each; at least one.
///   - hidden: the chances of the hidden units for each example.
///   - dreamtVisible: the dreams, as many rows.
///   - dreamtHidden: the chances of the hidden units for each dream.
///   - learningRate: eta.
/// - Returns: the changes: a row of weights a visible unit, and the two lists of biases.
public func contrastiveDivergence(
  visible: [[Float]], hidden: [[Float]], dreamtVisible: [[Float]], dreamtHidden: [[Float]],
  learningRate: Float
) -> (weights: [[Float]], visibleBiases: [Float], hiddenBiases: [Float]) {
  todo()
}
