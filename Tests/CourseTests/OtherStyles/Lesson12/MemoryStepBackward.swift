import Foundation
import MiniTensor

/// One number after the other, written into a table that was empty.
public func memoryStepBackward(
  gates: Tensor, oldCell: Tensor, newCell: Tensor, hiddenGradient: Tensor, cellGradient: Tensor
) -> (sums: Tensor, cell: Tensor) {
  let (rows, n) = (oldCell.shape[0], oldCell.shape[1])
  var sums = Tensor.zeros(rows, 4 * n)
  var cell = cellGradient
  for r in 0..<rows {
    for k in 0..<n {
      let i = gates[r, k], f = gates[r, n + k], o = gates[r, 2 * n + k], g = gates[r, 3 * n + k]
      let tanh = Foundation.tanh(newCell[r, k])
      cell[r, k] += hiddenGradient[r, k] * o - hiddenGradient[r, k] * o * tanh * tanh
      sums[r, k] = cell[r, k] * g * (i - i * i)
      sums[r, n + k] = cell[r, k] * oldCell[r, k] * (f - f * f)
      sums[r, n * 2 + k] = hiddenGradient[r, k] * tanh * (o - o * o)
      sums[r, n * 3 + k] = cell[r, k] * i * (1 - g) * (1 + g)
      cell[r, k] *= f
    }
  }
  return (sums, cell)
}
