import ExerciseKit
import MiniTensor

/// Exercise 12.2 - Back through the cell.                              *** 40 minutes
///
/// One moment of a long short-term memory has been computed:
///
///     c' = f c + i g        h' = o tanh(c')
///
/// The gates i, f, o are sigmoids and the candidate g is a tanh of four sums. From later moments
/// two gradients come back: dh, what the loss says about h', and dc, what it says about c' by way
/// of the cell of the next moment. Work out what it says about the four sums and about the old cell
/// c.
///
/// The new cell has influence twice, so begin with everything that arrives at it:
///
///     e = dc + dh o (1 - tanh(c')^2)
///
/// Then each gate by the product it stands in, and by the slope of its own sigmoid or tanh, which
/// is written with its output: s (1 - s) and 1 - g^2. And the way along the cell:
///
///     to c:  e f
///
/// That line is why the cell was invented: where f is 1, the error comes through undiminished.
///
/// Write the way back yourself: the library's `LSTM`, `Variable` and `backward` earn nothing here.
///
/// - Parameters:
///   - gates: i, f, o and g side by side, after sigmoid and tanh. [batch, 4 hidden]
///   - oldCell: c. [batch, hidden]
///   - newCell: c'. [batch, hidden]
///   - hiddenGradient: dh. [batch, hidden]
///   - cellGradient: dc. [batch, hidden]
/// - Returns: the gradients of the four sums, in the order i, f, o, g [batch, 4 hidden], and of the
///   old cell c [batch, hidden].
public func memoryStepBackward(
  gates: Tensor, oldCell: Tensor, newCell: Tensor, hiddenGradient: Tensor, cellGradient: Tensor
) -> (sums: Tensor, cell: Tensor) {
  todo()
}
