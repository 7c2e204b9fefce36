import ExerciseKit
import Foundation
import MiniTensor

/// Exercise 10.2 - Back through batch normalisation, first part.                   *** 40 minutes
///
/// On the way there every column became z = (x - mean) / sqrt(variance + epsilon), and then
/// y = scale z + shift. The layer above tells how the loss changes with every number of y:
/// `gradient`, g.
///
/// Scale and shift work on all examples of their column, so they collect from all of them:
///
///     slope of shift  =  sum of g            slope of scale  =  sum of g z
///
/// with all sums down the column, over the batch. For x there are three ways:
///
///     directly               x moves its own z
///     through the mean       x moves the mean by 1/n of its way, and that moves every z
///     through the variance   x changes the variance, and every z is divided by its root
///
/// Write down what each of them brings to one x, and add up. Much of it cancels, and one line is
/// left. Two things tell you whether it is right, before you run it: the slopes of a column add up
/// to 0, since nothing changes when all x of a column grow alike. With epsilon 0 their products
/// with z add up to 0 as well. (Why?)
///
///     // normalized from x = [[1], [3], [5]] with epsilon 0
///     batchNormGradients(
///       normalized: Tensor([[-1.2247], [0], [1.2247]]), variance: Tensor([2.6667]),
///       scale: Tensor([2]), gradient: Tensor([[1], [0], [0]]), epsilon: 0)
///     // x [[0.204], [-0.408], [0.204]], scale [-1.225], shift [1]
///
/// Write it yourself: the library's `BatchNorm`, `LayerNorm`, `Variable`, `backward` and
/// `gradientCheck` earn nothing here.
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

/// Exercise 10.2 - Back through batch normalisation, last part: through a layer normalisation.
///
/// Layer normalisation gives every row mean 0 and variance 1: an example over its own features, and
/// no other example has a say. Scale and shift still are one a feature:
///
///     z = (x - mean of its row) / sqrt(variance of its row + epsilon)       y = scale z + shift
///
/// Find the slope by x again. It is not only a matter of turning everything: what is different
/// about the scale?
///
///     // normalized from x = [[1, 3, 5]] with epsilon 0
///     layerNormBackward(
///       normalized: Tensor([[-1.2247, 0, 1.2247]]), variance: Tensor([[2.6667]]),
///       scale: Tensor([2, 1, 3]), gradient: Tensor([[0, 1, 1]]), epsilon: 0)
///     // [[0.102, -0.204, 0.102]]
///
/// - Parameters:
///   - normalized: z, `[examples, features]`.
///   - variance: of each example over its features, `[examples, 1]`.
///   - scale: the factor of each feature, `[features]`.
///   - gradient: g, how the loss changes with every y, `[examples, features]`.
///   - epsilon: what was added to the variance.
/// - Returns: the slope of the loss by every x, `[examples, features]`.
public func layerNormBackward(
  normalized: Tensor, variance: Tensor, scale: Tensor, gradient: Tensor, epsilon: Float
) -> Tensor {
  todo()
}
