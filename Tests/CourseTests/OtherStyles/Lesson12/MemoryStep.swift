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

/// The input gate is always open, and what it lets in is 0 but for a set.
///
/// The output is heard, a little.
public func latch() -> (inputWeights: Tensor, stateWeights: Tensor, bias: Tensor) {
  var (weights, bias) = (Tensor.zeros(2, 4), Tensor.zeros(4))
  for pulse in 0...1 { weights[pulse, 1] = -40 }
  weights[0, 3] = 9
  (bias[0], bias[1], bias[2]) = (20, 15, -3)
  return (weights, Tensor([[1, 1, -1, 0]]), bias)
}
