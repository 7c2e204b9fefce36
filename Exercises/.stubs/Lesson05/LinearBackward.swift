import ExerciseKit
import MiniTensor

/// Exercise 5.1 - Back through a layer.                                       ** 25 minutes
///
/// `Tensor` in ten minutes: docs/en/tensors.md.
///
/// A layer computes z = x W + b. Somebody above tells it the blame D: the derivative of the loss
/// with respect to every number of z. Pass it on.
///
///     derivative with respect to x:   D W^T                  [batch, inputs]
///     derivative with respect to W:   x^T D                  [inputs, outputs]
///     derivative with respect to b:   D, summed over the batch   [outputs]
///
/// Nothing is averaged here: if the loss is a mean, D has its share of 1 / batch already.
///
///     linearBackward(
///       input: Tensor([[1, 2]]), weights: Tensor([[3], [4]]), blame: Tensor([[10]]))
///     // input: [[30, 40]], weights: [[10], [20]], bias: [10]
///
/// Write it yourself: the library's `Variable` and `backward` earn nothing here.
///
/// - Parameters:
///   - input: x, what the layer read, [batch, inputs].
///   - weights: W, [inputs, outputs].
///   - blame: D, [batch, outputs].
/// - Returns: the three derivatives, each with the shape of what it belongs to.
public func linearBackward(
  input: Tensor, weights: Tensor, blame: Tensor
) -> (input: Tensor, weights: Tensor, bias: Tensor) {
  todo()
}
