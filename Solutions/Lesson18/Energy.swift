/// Exercise 18.2 - Energy, first half.
public func energy(of state: [Float], weights: [[Float]], biases: [Float]) -> Float {
  var sum: Float = 0
  for i in state.indices {
    for j in 0..<i { sum -= weights[i][j] * state[i] * state[j] }
    sum -= biases[i] * state[i]
  }
  return sum
}

/// Exercise 18.2 - Energy, second half.
public func energyChange(
  flipping unit: Int, in state: [Float], weights: [[Float]], biases: [Float]
) -> Float {
  var field = biases[unit]
  for other in state.indices where other != unit { field += weights[unit][other] * state[other] }
  return 2 * state[unit] * field
}
