import MiniTensor

/// Exercise 12.1 - The LSTM cell, first part.
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

/// Exercise 12.1 - The LSTM cell, last part: weights by hand.
///
/// In silence the forget gate is open and the input gate shut, both so far that 200 steps do no
/// harm. Set writes a 1 in place of what was there; reset only forgets.
public func latch() -> (inputWeights: Tensor, stateWeights: Tensor, bias: Tensor) {
  let far: Float = 12
  let set: [Float] = [2, -2, 0, 1]
  let reset: [Float] = [0, -2, 0, 0]
  return (Tensor([set, reset]) * far, Tensor.zeros(1, 4), Tensor([-1, 1, 0, 0]) * far)
}
