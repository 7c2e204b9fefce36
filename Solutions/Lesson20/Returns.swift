/// Exercise 20.2 - Return and discount, first half.
public func returns(rewards: [Float], discount: Float) -> [Float] {
  var result = rewards
  for step in rewards.indices.dropLast().reversed() { result[step] += discount * result[step + 1] }
  return result
}

/// Exercise 20.2 - Return and discount, second half.
public func bootstrappedReturns(rewards: [Float], discount: Float, valueAtEnd: Float) -> [Float] {
  var following = valueAtEnd
  var result = rewards
  for step in rewards.indices.reversed() {
    following = rewards[step] + discount * following
    result[step] = following
  }
  return result
}
