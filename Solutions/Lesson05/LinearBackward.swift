import MiniTensor

/// Three products, of which the last has a factor of ones.
public func linearBackward(
  input: Tensor, weights: Tensor, blame: Tensor
) -> (input: Tensor, weights: Tensor, bias: Tensor) {
  (
    input: blame.matmul(weights, transposingOther: true),
    weights: input.matmul(blame, transposingSelf: true),
    bias: blame.sum(axis: 0)
  )
}
