import Foundation
import MiniTensor

/// Number by number, in Double, with a list of rows that grows.
public func recurrentStep(
  input: Tensor, state: Tensor, inputWeights: Tensor, stateWeights: Tensor, bias: Tensor
) -> Tensor {
  var rows: [[Float]] = []
  var r = 0
  while r < input.shape[0] {
    var row: [Float] = []
    for unit in 0...(bias.count - 1) {
      var sum = Double(bias[unit])
      for i in 0..<inputWeights.shape[0] {
        sum += Double(input[r, i]) * Double(inputWeights[i, unit])
      }
      for j in 0..<stateWeights.shape[0] {
        sum += Double(state[r, j]) * Double(stateWeights[j, unit])
      }
      let tanh = Foundation.tanh(sum)
      row.append(Float(tanh))
    }
    rows.append(row)
    r += 1
  }
  return Tensor(rows)
}
