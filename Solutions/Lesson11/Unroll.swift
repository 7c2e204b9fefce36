import MiniTensor

/// Exercise 11.2 - Unroll, first half.
public func unroll(
  inputs: [Tensor], from start: Tensor, step: (_ input: Tensor, _ state: Tensor) -> Tensor
) -> [Tensor] {
  var state = start
  return inputs.map { input in
    state = step(input, state)
    return state
  }
}

/// Exercise 11.2 - Unroll, second half.
public func finalStates(_ states: [Tensor], lengths: [Int]) -> Tensor {
  Tensor.stack(lengths.enumerated().map { row, length in states[length - 1].row(row) })
}
