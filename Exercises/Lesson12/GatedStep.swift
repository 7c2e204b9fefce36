import ExerciseKit
import MiniTensor

/// Exercise 12.3 - The GRU cell.                                       ** 20 minutes
///
/// One moment of a gated recurrent unit. What is heard and what is remembered are kept apart at
/// first, each in three blocks of columns: reset gate r, update gate z, candidate n.
///
///     p = x W + b        q = h U + c          each [batch, 3 hidden]
///     r = sigmoid(p_r + q_r)                  does the past count for the candidate?
///     z = sigmoid(p_z + q_z)                  how much of the past stays?
///     n = tanh(p_n + r q_n)                   the candidate
///     h' = (1 - z) n + z h
///
/// With weights and biases of 0 both gates are half open and the candidate is 0: half of the state
/// stays.
///
///     gatedStep(
///       input: Tensor([[7]]), state: Tensor([[4]]), inputWeights: Tensor([[0, 0, 0]]),
///       stateWeights: Tensor([[0, 0, 0]]), bias: Tensor([0, 0, 0]), stateBias: Tensor([0, 0, 0]))
///       // [[2]]
///
/// Write it yourself: the library's `GRU` and `Variable` earn nothing here.
///
/// - Parameters:
///   - input: x. [batch, inputs]
///   - state: h, the state before. [batch, hidden]
///   - inputWeights: W. [inputs, 3 hidden]
///   - stateWeights: U. [hidden, 3 hidden]
///   - bias: b. [3 hidden]
///   - stateBias: c. [3 hidden]
/// - Returns: h', the state after. [batch, hidden]
public func gatedStep(
  input: Tensor, state: Tensor, inputWeights: Tensor, stateWeights: Tensor, bias: Tensor,
  stateBias: Tensor
) -> Tensor {
  todo()
}
