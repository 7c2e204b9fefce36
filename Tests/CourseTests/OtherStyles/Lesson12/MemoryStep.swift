import Foundation
import MiniTensor

// A type for one unit, and the sigmoid as a tanh.
private struct Unit {
  var input, forget, output, candidate: Double

  func sigmoid(_ x: Double) -> Double { (1 + tanh(x / 2)) / 2 }

  func step(_ cell: Double) -> (hidden: Double, cell: Double) {
    let new = sigmoid(forget) * cell + sigmoid(input) * tanh(candidate)
    return (sigmoid(output) * tanh(new), new)
  }
}

/// The answer.
public func memoryStep(
  input: Tensor, hidden: Tensor, cell: Tensor, inputWeights: Tensor, stateWeights: Tensor,
  bias: Tensor
) -> (hidden: Tensor, cell: Tensor) {
  let sums = matmul(input, inputWeights) + (matmul(hidden, stateWeights) + bias)
  let size = cell.shape[1]
  var (newHidden, newCell) = (hidden, cell)
  for row in 0..<cell.shape[0] {
    for k in 0..<size {
      func sum(_ block: Int) -> Double { Double(sums[row, block * size + k]) }
      let unit = Unit(input: sum(0), forget: sum(1), output: sum(2), candidate: sum(3))
      let (h, c) = unit.step(Double(cell[row, k]))
      newHidden[row, k] = Float(h)
      newCell[row, k] = Float(c)
    }
  }
  return (newHidden, newCell)
}
