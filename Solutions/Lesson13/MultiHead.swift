import MiniTensor

/// Exercise 13.3 - Multi-head attention, first third.
public func splitHeads(_ x: Tensor, headCount: Int) -> Tensor {
  let (time, size) = (x.shape[0], x.shape[1])
  return x.reshaped(time, headCount, size / headCount).transposed(axes: [1, 0, 2])
}

/// Exercise 13.3 - Multi-head attention, second third.
public func joinHeads(_ heads: Tensor) -> Tensor {
  let (count, time, piece) = (heads.shape[0], heads.shape[1], heads.shape[2])
  return heads.transposed(axes: [1, 0, 2]).reshaped(time, count * piece)
}

/// Exercise 13.3 - Multi-head attention, last third.
public func multiHead(
  queries: Tensor, keys: Tensor, values: Tensor, headCount: Int,
  attend: (_ queries: Tensor, _ keys: Tensor, _ values: Tensor) -> Tensor
) -> Tensor {
  let piece = queries.shape[1] / headCount
  let found = (0..<headCount).map { head in
    let columns = (head * piece)..<((head + 1) * piece)
    return attend(queries.columns(columns), keys.columns(columns), values.columns(columns))
  }
  return Tensor.concatenate(found, axis: 1)
}
