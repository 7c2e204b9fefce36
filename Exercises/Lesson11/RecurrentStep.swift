import ExerciseKit
import MiniTensor

/// Exercise 11.1 - The recurrent step.                                 * 15 minutes
///
/// `Tensor` in ten minutes: docs/en/tensors.md.
///
/// One moment of a recurrent network: the new state from the input of this moment and from the old
/// state. A batch of sequences goes side by side, one a row.
///
///     h = tanh(x W + g U + b)        g: the state before, h: the state after
///
///     recurrentStep(
///       input: Tensor([[1, 2]]), state: Tensor([[0.5]]), inputWeights: Tensor([[1], [-1]]),
///       stateWeights: Tensor([[4]]), bias: Tensor([0]))
///       // tanh(1 - 2 + 2) = tanh(1): [[0.7616]]
///
/// Write it yourself: the library's `RNN` earns nothing here.
///
/// - Parameters:
///   - input: x, what is heard now. [batch, inputs]
///   - state: g, the state before. [batch, hidden]
///   - inputWeights: W. [inputs, hidden]
///   - stateWeights: U, from the old state (its rows) to the new one (its columns). [hidden,
///     hidden]
///   - bias: b. [hidden]
/// - Returns: h, the state after. [batch, hidden]
public func recurrentStep(
  input: Tensor, state: Tensor, inputWeights: Tensor, stateWeights: Tensor, bias: Tensor
) -> Tensor {
  todo()
}
