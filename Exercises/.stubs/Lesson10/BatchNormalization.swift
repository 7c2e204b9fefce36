import ExerciseKit
import Foundation
import MiniTensor

/// Exercise 10.1 - Batch normalisation, first part: while the network learns.        ** 35 minutes
///
/// `Tensor` in ten minutes: docs/en/tensors.md.
///
/// Rows are examples, columns are features. Give every column mean 0 and variance 1 over the batch;
/// then let the network stretch and move it as it likes.
///
///     mean     = mean of the column           variance = mean of (x - mean)^2, divided by n
///     z        = (x - mean) / sqrt(variance + epsilon)
///     y        = scale z + shift
///
/// A column whose numbers are all the same has variance 0; epsilon keeps it from dividing by 0.
///
///     batchNormalized(
///       Tensor([[1, 10], [3, 30]]), scale: Tensor([1, 2]), shift: Tensor([0, 5]), epsilon: 0)
///     // output [[-1, 3], [1, 7]], mean [2, 20], variance [1, 100]
///
/// Write it yourself: the library's `BatchNorm`, `LayerNorm` and `Variable` earn nothing here.
///
/// - Parameters:
///   - x: the batch, `[examples, features]`.
///   - scale: a factor for each feature, `[features]`.
///   - shift: what is added to each feature, `[features]`.
///   - epsilon: a small number that is added to the variance, under the root.
/// - Returns: the output `[examples, features]`, and each feature's mean and variance `[features]`.
public func batchNormalized(
  _ x: Tensor, scale: Tensor, shift: Tensor, epsilon: Float
) -> (output: Tensor, mean: Tensor, variance: Tensor) {
  todo()
}

/// Exercise 10.1 - Batch normalisation, second part: remember.
///
/// In use one picture may come alone, and a single example has no variance. So while the network
/// learns, running values follow those of the batches:
///
///     running <- running + momentum (batch - running)
///
/// for the mean, and for the variance. A batch of n examples underestimates the variance of all
/// examples by the factor (n - 1) / n; so what the running variance follows is the batch's variance
/// times n / (n - 1).
///
///     movedRunningValues(
///       mean: Tensor([0]), variance: Tensor([1]), batchMean: Tensor([10]),
///       batchVariance: Tensor([3]), examples: 4, momentum: 0.1)
///     // mean [1], variance [1.3]: it moved from 1 a tenth of the way to 3 * 4 / 3
///
/// - Parameters:
///   - mean: the running mean so far, `[features]`.
///   - variance: the running variance so far, `[features]`.
///   - batchMean: the mean of the batch, `[features]`.
///   - batchVariance: its variance, divided by n as above, `[features]`.
///   - examples: n, two at least.
///   - momentum: which part of the way the running values go, 0...1.
/// - Returns: the new running mean and variance.
public func movedRunningValues(
  mean: Tensor, variance: Tensor, batchMean: Tensor, batchVariance: Tensor, examples: Int,
  momentum: Float
) -> (mean: Tensor, variance: Tensor) {
  todo()
}

/// Exercise 10.1 - Batch normalisation, third part: in use.
///
/// The same formula as while the network learns, with the running values in place of those of the
/// batch. What comes out for one example then does not depend on who else is in the batch.
///
///     normalizedInUse(
///       Tensor([[5]]), mean: Tensor([1]), variance: Tensor([4]), scale: Tensor([3]),
///       shift: Tensor([1]), epsilon: 0)                                         // [[7]]
///
/// - Parameters:
///   - x: the examples, `[examples, features]`; there may be just one.
///   - mean: the running mean, `[features]`.
///   - variance: the running variance, `[features]`.
///   - scale: a factor for each feature, `[features]`.
///   - shift: what is added to each feature, `[features]`.
///   - epsilon: as while the network learned.
/// - Returns: the output, `[examples, features]`.
public func normalizedInUse(
  _ x: Tensor, mean: Tensor, variance: Tensor, scale: Tensor, shift: Tensor, epsilon: Float
) -> Tensor {
  todo()
}

/// Exercise 10.1 - Batch normalisation, last part: fold it away.
///
/// In use the running values stand still. A linear layer with the normalisation behind it then is
/// nothing but another linear layer, and a network in use need not normalise at all. Which layer is
/// it? For every x it must say the same as the two of them:
///
///     y     = x.matmul(weights) + bias
///     both  = normalizedInUse(y, mean: ..., variance: ..., scale: ..., shift: ..., epsilon: ...)
///     one   = x.matmul(folded.weights) + folded.bias
///
///     folded(
///       weights: Tensor([[2], [1]]), bias: Tensor([1]), mean: Tensor([3]), variance: Tensor([4]),
///       scale: Tensor([6]), shift: Tensor([5]), epsilon: 0)
///     // weights [[6], [3]], bias [-1]
///
/// - Parameters:
///   - weights: of the linear layer, `[inputs, features]`.
///   - bias: of the linear layer, `[features]`.
///   - mean: the running mean of what the linear layer says, `[features]`.
///   - variance: its running variance, `[features]`.
///   - scale: a factor for each feature, `[features]`.
///   - shift: what is added to each feature, `[features]`.
///   - epsilon: as while the network learned.
/// - Returns: weights `[inputs, features]` and bias `[features]` of the one layer.
public func folded(
  weights: Tensor, bias: Tensor, mean: Tensor, variance: Tensor, scale: Tensor, shift: Tensor,
  epsilon: Float
) -> (weights: Tensor, bias: Tensor) {
  todo()
}
