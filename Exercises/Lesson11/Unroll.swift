import ExerciseKit
import MiniTensor

/// Exercise 11.2 - Unroll, first half.                                 ** 20 minutes
///
/// Take a network through a whole sequence. `step` is one moment of it, any step at all: it gets
/// the input of that moment and the state before, and gives the state after. Call it once for each
/// input, and return the state after every input, in the order of time. The starting state itself
/// is not among them; without inputs there is nothing to return.
///
///     // a step that adds its input to the state
///     let inputs = [Tensor([1, 2]), Tensor([10, 20]), Tensor([100, 200])]
///     unroll(inputs: inputs, from: Tensor([0, 0])) { x, h in h + x }
///     // [1, 2], [11, 22], [111, 222]
///
/// - Parameters:
///   - inputs: what is heard, moment by moment.
///   - start: the state before the first input.
///   - step: one moment.
/// - Returns: as many states as inputs.
public func unroll(
  inputs: [Tensor], from start: Tensor, step: (_ input: Tensor, _ state: Tensor) -> Tensor
) -> [Tensor] {
  todo()
}

/// Exercise 11.2 - Unroll, second half.
///
/// The sequences of a batch are rarely equally long. So the short ones are filled up at the end,
/// and all of them are unrolled together. But the state that counts is the one after a sequence's
/// own last input; what came after it was filling. Collect those states, one a sequence.
///
///     // two sequences, of lengths 1 and 3; the states after each of three moments
///     let states = [Tensor([[1], [5]]), Tensor([[2], [6]]), Tensor([[3], [7]])]
///     finalStates(states, lengths: [1, 3])    // [[1], [7]]
///
/// - Parameters:
///   - states: the states after each moment, each [batch, hidden].
///   - lengths: for each sequence its own length, from 1 to the number of moments.
/// - Returns: row i is the state of sequence i after its own last input. [batch, hidden]
public func finalStates(_ states: [Tensor], lengths: [Int]) -> Tensor {
  todo()
}
