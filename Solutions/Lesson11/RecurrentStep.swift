import MiniTensor

/// Exercise 11.1 - The recurrent step.
public func recurrentStep(
  input: Tensor, state: Tensor, inputWeights: Tensor, stateWeights: Tensor, bias: Tensor
) -> Tensor {
  (input.matmul(inputWeights) + state.matmul(stateWeights) + bias).tanh()
}
