/// Exercise 20.3 - The update of Q-learning.
public func qUpdated(
  values: [[Float]], state: Int, action: Int, reward: Float, next: Int?, learningRate: Float,
  discount: Float
) -> [[Float]] {
  var values = values
  let expected = next.map { values[$0].max()! } ?? 0
  values[state][action] += learningRate * (reward + discount * expected - values[state][action])
  return values
}
