/// Exercise 20.4 - The update of Sarsa.
public func sarsaUpdated(
  values: [[Float]], states: [Int], actions: [Int], rewards: [Float], learningRate: Float,
  discount: Float
) -> [[Float]] {
  var values = values
  for step in states.indices {
    let isLast = step == states.count - 1
    let expected = isLast ? 0 : values[states[step + 1]][actions[step + 1]]
    let old = values[states[step]][actions[step]]
    values[states[step]][actions[step]] =
      old + learningRate * (rewards[step] + discount * expected - old)
  }
  return values
}
