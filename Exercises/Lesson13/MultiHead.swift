import ExerciseKit
import MiniTensor

/// Exercise 13.3 - Multi-head attention, first third.                 *** 30 minutes
///
/// Cut every row into `headCount` pieces of the same length. The first head gets the first piece of
/// every row, the second head the second piece, and so on.
///
///     splitHeads(Tensor([[1, 2, 3, 4], [5, 6, 7, 8]]), headCount: 2)
///     // [[[1, 2], [5, 6]], [[3, 4], [7, 8]]]
///
/// Write all three yourself: the library's `MultiHeadAttention` earns nothing here.
///
/// - Parameters:
///   - x: a place a row, `[time, size]`; `headCount` divides the size.
///   - headCount: how many heads.
/// - Returns: `[headCount, time, size / headCount]`.
public func splitHeads(_ x: Tensor, headCount: Int) -> Tensor {
  todo()
}

/// Exercise 13.3 - Multi-head attention, second third.
///
/// The way back: the pieces of each place side by side again, the first head's first.
///
/// - Parameter heads: what each head found, `[headCount, time, piece]`.
/// - Returns: `[time, headCount * piece]`.
public func joinHeads(_ heads: Tensor) -> Tensor {
  todo()
}

/// Exercise 13.3 - Multi-head attention, last third.
///
/// Each head attends with its own piece of the queries, keys and values. What the heads found is
/// put side by side. (The layers before and after are left out here.)
///
/// - Parameters:
///   - queries: `[n, size]`.
///   - keys: `[m, size]`.
///   - values: `[m, size]`.
///   - headCount: how many heads; it divides the size.
///   - attend: attention for one head: `[n, d]`, `[m, d]`, `[m, d]` -> `[n, d]`. It scales by
///     itself.
/// - Returns: `[n, size]`.
public func multiHead(
  queries: Tensor, keys: Tensor, values: Tensor, headCount: Int,
  attend: (_ queries: Tensor, _ keys: Tensor, _ values: Tensor) -> Tensor
) -> Tensor {
  todo()
}
