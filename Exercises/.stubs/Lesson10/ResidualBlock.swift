import ExerciseKit
import MiniTensor

/// Exercise 10.3 - A residual block, first half.                                    ** 30 minutes
///
/// Two dense layers with a ReLU between them, and a way past both:
///
///     h = relu(x V + a)
///     y = x S + h W + b
///
/// S belongs to the way past. When the block's output is as wide as its input there is none, and x
/// is added as it is. When it is wider or narrower, x cannot be added, and S brings it to the right
/// width. No ReLU follows the sum: the way past stays free.
///
///     residualBlock(
///       Tensor([[1, 2]]), first: Tensor([[1], [1]]), firstBias: Tensor([-1]),
///       second: Tensor([[10, 20]]), secondBias: Tensor([0, 0.5]), shortcut: nil)
///     // h = [[2]], so [[1, 2]] + [[20, 40]] + [[0, 0.5]] = [[21, 42.5]]
///
/// Write it yourself: the library's `Residual`, `Variable` and `backward` earn nothing here.
///
/// - Parameters:
///   - x: `[batch, inputs]`.
///   - first: V, `[inputs, hidden]`.
///   - firstBias: a, `[hidden]`.
///   - second: W, `[hidden, outputs]`.
///   - secondBias: b, `[outputs]`.
///   - shortcut: S, `[inputs, outputs]`; nil when x is added as it is.
/// - Returns: y, `[batch, outputs]`.
public func residualBlock(
  _ x: Tensor, first: Tensor, firstBias: Tensor, second: Tensor, secondBias: Tensor,
  shortcut: Tensor?
) -> Tensor {
  todo()
}

/// Exercise 10.3 - A residual block, second half: the way back.
///
/// x was used twice, so it gets two slopes, added up. One comes along the way past: g itself, or g
/// S'. The other comes down through the two layers and the ReLU, as in lesson 05. (A ' marks a
/// matrix turned around, rows as columns.) Where the sum x V + a was 0 or less, the ReLU lets
/// nothing through.
///
///     residualBlockGradient(
///       Tensor([[1, 0]]), x: Tensor([[1, 2]]), first: Tensor([[1], [1]]), firstBias: Tensor([-1]),
///       second: Tensor([[10, 20]]), shortcut: nil)
///     // past: [[1, 0]]; through the layers: [[10, 10]]; together [[11, 10]]
///
/// - Parameters:
///   - gradient: g, the slope of the loss by every number of y, `[batch, outputs]`.
///   - x: what went in, `[batch, inputs]`.
///   - first: V, `[inputs, hidden]`.
///   - firstBias: a, `[hidden]`.
///   - second: W, `[hidden, outputs]`.
///   - shortcut: S, `[inputs, outputs]`; nil when x was added as it is.
/// - Returns: the slope by every number of x, `[batch, inputs]`.
public func residualBlockGradient(
  _ gradient: Tensor, x: Tensor, first: Tensor, firstBias: Tensor, second: Tensor,
  shortcut: Tensor?
) -> Tensor {
  todo()
}
