/// Exercise 20.1 - Epsilon-greedy.
public func epsilonGreedy(values: [Float], epsilon: Float, chance: Float, pick: Float) -> Int {
  guard chance >= epsilon else { return min(Int(pick * Float(values.count)), values.count - 1) }
  var best = 0
  for action in values.indices where values[action] > values[best] { best = action }
  return best
}
