import ExerciseKit
import MiniTensor

/// Exercise 12.1 - The LSTM cell, first part.                          ** 40 minutes
///
/// `Tensor` in ten minutes: docs/en/tensors.md.
///
/// One moment of a long short-term memory. All four sums are computed at once and lie side by side:
/// the first `hidden` columns belong to the input gate i, the next to the forget gate f, then the
/// output gate o, then the candidate g.
///
///     a = x W + h U + b                       [batch, 4 hidden]
///     i, f, o = sigmoid of their columns      g = tanh of its columns
///     c' = f c + i g                          the cell after
///     h' = o tanh(c')                         the output after
///
/// With weights and biases of 0 every gate is half open and the candidate is 0. Half of the cell
/// stays:
///
///     memoryStep(
///       input: Tensor([[7]]), hidden: Tensor([[3]]), cell: Tensor([[4]]),
///       inputWeights: Tensor([[0, 0, 0, 0]]), stateWeights: Tensor([[0, 0, 0, 0]]),
///       bias: Tensor([0, 0, 0, 0]))
///     // cell [[2]], hidden [[0.4820]], which is 0.5 tanh(2)
///
/// Write it yourself: the library's `LSTM` and `Variable` earn nothing here.
///
/// - Parameters:
///   - input: x, what is heard now. [batch, inputs]
///   - hidden: h, the output before. [batch, hidden]
///   - cell: c, the cell before. [batch, hidden]
///   - inputWeights: W. [inputs, 4 hidden]
///   - stateWeights: U. [hidden, 4 hidden]
///   - bias: b. [4 hidden]
/// - Returns: the output h' and the cell c' after, each [batch, hidden].
public func memoryStep(
  input: Tensor, hidden: Tensor, cell: Tensor, inputWeights: Tensor, stateWeights: Tensor,
  bias: Tensor
) -> (hidden: Tensor, cell: Tensor) {
  todo()
}

/// Exercise 12.1 - The LSTM cell, last part: weights by hand.
///
/// Usually gradient descent finds the weights of a cell. Here you do. Build a latch, the memory of
/// one bit: a single cell that hears two numbers, [set, reset], each of them 0 or 1 and never both
/// 1. It begins with cell and output 0. Then
///
/// - after a step with set the cell is 1, and after a step with reset it is 0, whatever it was;
/// - in silence, [0, 0], it stays as it is, up to 200 steps in a row.
///
/// All this within 0.1; what the output shows does not matter. The cell works as above, and the
/// check has a right one: your `memoryStep` need not be finished.
///
///     // heard         [1, 0], 200 times [0, 0], [1, 0], [0, 1], 200 times [0, 0]
///     // cell after    1       1                 1       0       0
///
/// - Returns: W `[2, 4]`, U `[1, 4]` and b `[4]`.
public func latch() -> (inputWeights: Tensor, stateWeights: Tensor, bias: Tensor) {
  todo()
}
