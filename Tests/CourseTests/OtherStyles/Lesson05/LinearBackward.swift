import ExerciseKit
import MiniTensor

/// Three loops, and no matrix product at all.
public func linearBackward(
  input: Tensor, weights: Tensor, blame: Tensor
) -> (input: Tensor, weights: Tensor, bias: Tensor) {
  var backward = (Tensor.zeros(input.shape), Tensor.zeros(weights.shape))
  var bias = [Float](repeating: 0, count: blame.shape[1])
  for n in 0..<input.shape[0] {
    for j in 0..<blame.shape[1] {
      bias[j] += blame[n, j]
      for i in 0..<input.shape[1] {
        backward.0[n, i] += blame[n, j] * weights[i, j]
        backward.1[i, j] += blame[n, j] * input[n, i]
      }
    }
  }
  return (backward.0, backward.1, Tensor(bias))
}
