import MiniTensor

/// Exercise 12.1 - The LSTM cell.
public func memoryStep(
  input: Tensor, hidden: Tensor, cell: Tensor, inputWeights: Tensor, stateWeights: Tensor,
  bias: Tensor
) -> (hidden: Tensor, cell: Tensor) {
  let size = hidden.shape[1]
  let sums = input.matmul(inputWeights) + hidden.matmul(stateWeights) + bias
  func block(_ k: Int) -> Tensor { sums.columns((k * size)..<((k + 1) * size)) }
  let (inputGate, forgetGate) = (block(0).sigmoid(), block(1).sigmoid())
  let (outputGate, candidate) = (block(2).sigmoid(), block(3).tanh())
  let newCell = forgetGate * cell + inputGate * candidate
  return (outputGate * newCell.tanh(), newCell)
}
