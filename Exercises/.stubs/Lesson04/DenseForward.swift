import ExerciseKit

/// Exercise 4.1 - A layer of neurons.                                         * 15 minutes
///
/// Compute the weighted sums of a whole layer for a whole batch: z = x W + b.
///
///     z[n][j] = x[n][0] W[0][j] + x[n][1] W[1][j] + ... + b[j]
///
/// Row n of the input is one example. Column j of the weights belongs to neuron j, so W[i][j] is
/// how strongly neuron j listens to input i. No activation yet: that is exercise 4.2.
///
/// With two inputs and three neurons,
///
///     dense([[1, 2]], weights: [[1, 0, 5], [0, 1, 5]], bias: [10, 20, 30])
///
/// is `[[11, 22, 45]]`: the last neuron answers 1 * 5 + 2 * 5 + 30.
///
/// Write it yourself: the library's `matmul` and `Linear` earn nothing here.
///
/// - Parameters:
///   - input: the batch, [batch, inputs]; it may be empty.
///   - weights: [inputs, outputs], at least one input.
///   - bias: one number a neuron, [outputs].
/// - Returns: the sums, [batch, outputs].
public func dense(_ input: [[Float]], weights: [[Float]], bias: [Float]) -> [[Float]] {
  todo()
}
