import MiniTensor

// The blocks are cut out of the weights, not out of the sums, and an operator mixes old and new.
infix operator <~> : MultiplicationPrecedence

private func <~> (old: Tensor, new: Tensor) -> (Tensor) -> Tensor {
  { keep in new + keep * (old - new) }
}

/// The answer.
public func gatedStep(
  input: Tensor, state: Tensor, inputWeights: Tensor, stateWeights: Tensor, bias: Tensor,
  stateBias: Tensor
) -> Tensor {
  let hidden = state.shape[1]
  func piece(_ t: Tensor, _ k: Int) -> Tensor {
    Tensor(Array(t.scalars[(k * hidden)..<(k * hidden + hidden)]))
  }
  var heard: [Tensor] = []
  var remembered: [Tensor] = []
  for k in [0, 1, 2] {
    let columns = k * hidden..<(k + 1) * hidden
    heard.append(matmul(input, inputWeights.columns(columns)) + piece(bias, k))
    remembered.append(matmul(state, stateWeights.columns(columns)) + piece(stateBias, k))
  }
  let gates = zip(heard, remembered).prefix(2).map { ($0 + $1).sigmoid() }
  let candidate = (gates[0] * remembered[2] + heard[2]).tanh()
  return (state <~> candidate)(gates[1])
}

/// The reset gate is shut, so that the candidate's other weights do not matter; the gate opens by U
/// and both biases.
public func lastMarked() -> (
  inputWeights: Tensor, stateWeights: Tensor, bias: Tensor, stateBias: Tensor
) {
  var (heard, remembered) = (Tensor.zeros(2, 3), Tensor.ones(1, 3))
  heard[1, 1] = -50
  heard[0, 2] = 1
  remembered[0, 2] = 7
  return (heard, remembered, Tensor([-30, 10, 0]), Tensor([-30, 10, 2]))
}
