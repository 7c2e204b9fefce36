import MiniTensor

/// Exercise 12.2 - Back through the cell.
public func memoryStepBackward(
  gates: Tensor, oldCell: Tensor, newCell: Tensor, hiddenGradient: Tensor, cellGradient: Tensor
) -> (sums: Tensor, cell: Tensor) {
  let size = oldCell.shape[1]
  func block(_ k: Int) -> Tensor { gates.columns((k * size)..<((k + 1) * size)) }
  let (input, forget, output, candidate) = (block(0), block(1), block(2), block(3))
  let shown = newCell.tanh()
  let atCell = cellGradient + hiddenGradient * output * (1 - shown.squared())
  let sums = [
    atCell * candidate * input * (1 - input),
    atCell * oldCell * forget * (1 - forget),
    hiddenGradient * shown * output * (1 - output),
    atCell * input * (1 - candidate.squared()),
  ]
  return (Tensor.concatenate(sums, axis: 1), atCell * forget)
}
