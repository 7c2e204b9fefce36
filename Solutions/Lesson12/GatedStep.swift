import MiniTensor

/// Exercise 12.3 - The GRU cell, first part.
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

/// Exercise 12.3 - The GRU cell, last part: weights by hand.
///
/// The update gate keeps unless there is a mark. The candidate is always the tanh of the value:
/// most of the time nobody asks for it. The reset gate has nothing to say, since the candidate
/// hears no past.
public func lastMarked() -> (
  inputWeights: Tensor, stateWeights: Tensor, bias: Tensor, stateBias: Tensor
) {
  let far: Float = 12
  let value: [Float] = [0, 0, 1]
  let mark: [Float] = [0, -2 * far, 0]
  return (Tensor([value, mark]), Tensor.zeros(1, 3), Tensor([0, far, 0]), Tensor.zeros(3))
}
