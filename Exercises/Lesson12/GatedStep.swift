import ExerciseKit
import MiniTensor

/// Exercise 12.3 - The GRU cell, first part.                           ** 35 minutes
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

/// Exercise 12.3 - The GRU cell, last part: weights by hand.
///
/// In the adding problem of this lesson most numbers are to be ignored, and a few are marked. Build
/// a unit with one state that keeps the last marked number. At each step it hears [value, mark]:
/// the value lies between -0.8 and 0.8, the mark is 1 or 0. The state begins at 0. Then
///
/// - after a step with mark 1 the state is the tanh of the value heard with it, whatever it was;
/// - at a step with mark 0 it stays as it is, whatever the value, up to 200 steps in a row.
///
/// All this within 0.02. The unit works as above, and the check has a right one: your `gatedStep`
/// need not be finished.
///
///     // heard          [0.5, 1], 200 times [-0.3, 0], [-0.8, 1], [0.1, 0]
///     // state after    0.462     0.462                -0.664     -0.664
///
/// - Returns: W `[2, 3]`, U `[1, 3]`, b `[3]` and c `[3]`.
public func lastMarked() -> (
  inputWeights: Tensor, stateWeights: Tensor, bias: Tensor, stateBias: Tensor
) {
  todo()
}
