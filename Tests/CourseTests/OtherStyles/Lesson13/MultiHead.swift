import MiniTensor

/// By indices and by stacking; the whole uses the two halves.
public func splitHeads(_ x: Tensor, headCount: Int) -> Tensor {
  let piece = x.shape[1] / headCount
  return Tensor.stack((0..<headCount).map { x.columns($0 * piece..<$0 * piece + piece) })
}

/// The other half.
public func joinHeads(_ heads: Tensor) -> Tensor {
  var numbers: [Float] = []
  for t in 0..<heads.shape[1] {
    for head in 0..<heads.shape[0] {
      for place in 0..<heads.shape[2] { numbers.append(heads[head, t, place]) }
    }
  }
  return Tensor(numbers, shape: [heads.shape[1], heads.shape[0] * heads.shape[2]])
}

/// The last part.
public func multiHead(
  queries: Tensor, keys: Tensor, values: Tensor, headCount: Int,
  attend: (_ queries: Tensor, _ keys: Tensor, _ values: Tensor) -> Tensor
) -> Tensor {
  let piece = queries.shape[1] / headCount
  func head(_ all: Tensor, _ h: Int) -> Tensor {
    let flat = splitHeads(all, headCount: headCount).scalars
    let size = all.shape[0] * piece
    return Tensor(Array(flat[(h * size)..<((h + 1) * size)]), shape: [all.shape[0], piece])
  }
  return joinHeads(
    .stack((0..<headCount).map { attend(head(queries, $0), head(keys, $0), head(values, $0)) }))
}
