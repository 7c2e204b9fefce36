import ExerciseKit
import Foundation
import MiniTensor

/// Exercise 10.2 - Back through batch normalisation.                               *** 35 minutes
///
/// On the way there every column became z = (x - mean) / sqrt(variance + epsilon), and then
/// y = scale z + shift. The layer above tells how the loss changes with every number of y:
/// `gradient`, g.
///
/// Scale and shift work on all examples of their column, so they collect from all of them:
///
///     slope of shift  =  sum of g            slope of scale  =  sum of g z
///
/// For x there are three ways: directly, through the mean, and through the variance; every example
/// is in both. Added up they are
///
///     slope of x = scale / sqrt(variance + epsilon) (g - mean of g - z (mean of g z))
///
/// with all sums and means down the column, over the batch.
///
///     // normalized from x = [[1], [3], [5]] with epsilon 0
///     batchNormGradients(
///       normalized: Tensor([[-1.2247], [0], [1.2247]]), variance: Tensor([2.6667]),
///       scale: Tensor([2]), gradient: Tensor([[1], [0], [0]]), epsilon: 0)
///     // x [[0.204], [-0.408], [0.204]], scale [-1.225], shift [1]
///
/// Write it yourself: the library's `BatchNorm`, `Variable`, `backward` and `gradientCheck` earn
/// nothing here.
///
/// - Parameters:
///   - normalized: z, `[examples, features]`.
///   - variance: of each feature over the batch, divided by n, `[features]`.
///   - scale: the factor of each feature, `[features]`.
///   - gradient: g, `[examples, features]`.
///   - epsilon: what was added to the variance.
/// - Returns: the slope of the loss by every x, by every scale and by every shift.
public func batchNormGradients(
  normalized: Tensor, variance: Tensor, scale: Tensor, gradient: Tensor, epsilon: Float
) -> (x: Tensor, scale: Tensor, shift: Tensor) {
  todo()
}
