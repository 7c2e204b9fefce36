import MiniTensor

/// A function that calls itself on the rest of the sequence.
public func unroll(
  inputs: [Tensor], from start: Tensor, step: (_ input: Tensor, _ state: Tensor) -> Tensor
) -> [Tensor] {
  if inputs.isEmpty { return [] }
  let first = step(inputs[0], start)
  return [first] + unroll(inputs: Array(inputs.dropFirst()), from: first, step: step)
}

/// The other half.
public func finalStates(_ states: [Tensor], lengths: [Int]) -> Tensor {
  let hidden = states[0].shape[1]
  var result = Tensor.zeros(lengths.count, hidden)
  for row in lengths.indices.reversed() {
    for column in 0..<hidden { result[row, column] = states[lengths[row] - 1][row, column] }
  }
  return result
}
