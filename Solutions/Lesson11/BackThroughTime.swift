import MiniTensor

/// Exercise 11.3 - Back through time.
public func backThroughTime(
  inputs: Tensor, states: Tensor, stateWeights: Tensor, stateGradients: Tensor
) -> (inputWeights: Tensor, stateWeights: Tensor, bias: Tensor, start: Tensor) {
  let time = inputs.shape[0]
  var sums: [Tensor] = []  // s_T, ..., s_1, each [1, hidden]
  var fromLater = Tensor.zeros(1, states.shape[1])
  for t in (0..<time).reversed() {
    let state = states.rows([t + 1])  // h_t of the formulas, counted from 1 there
    let gradient = stateGradients.rows([t]) + fromLater
    let sum = gradient * (1 - state.squared())
    sums.append(sum)
    fromLater = sum.matmul(stateWeights, transposingOther: true)
  }
  // All moments below one another: the sums over time are products of matrices.
  let s = Tensor.concatenate(sums.reversed(), axis: 0)  // [time, hidden]
  return (
    inputWeights: inputs.matmul(s, transposingSelf: true),
    stateWeights: states.rows(0..<time).matmul(s, transposingSelf: true),
    bias: s.sum(axis: 0), start: fromLater.row(0)
  )
}
