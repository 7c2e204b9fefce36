import MiniTensor

/// Exercise 12.3 - The GRU cell.
public func gatedStep(
  input: Tensor, state: Tensor, inputWeights: Tensor, stateWeights: Tensor, bias: Tensor,
  stateBias: Tensor
) -> Tensor {
  let size = state.shape[1]
  let heard = input.matmul(inputWeights) + bias
  let remembered = state.matmul(stateWeights) + stateBias
  func block(_ sums: Tensor, _ k: Int) -> Tensor {
    sums.columns((k * size)..<((k + 1) * size))
  }
  let reset = (block(heard, 0) + block(remembered, 0)).sigmoid()
  let keep = (block(heard, 1) + block(remembered, 1)).sigmoid()
  let candidate = (block(heard, 2) + reset * block(remembered, 2)).tanh()
  return (1 - keep) * candidate + keep * state
}
