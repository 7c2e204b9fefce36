/// Exercise 18.1 - Hebb's rule and recall, first half.
public func hebbianWeights(patterns: [[Float]]) -> [[Float]] {
  let units = patterns[0].count
  var weights = [[Float]](repeating: [Float](repeating: 0, count: units), count: units)
  for pattern in patterns {
    for i in 0..<units {
      for j in 0..<units where i != j { weights[i][j] += pattern[i] * pattern[j] / Float(units) }
    }
  }
  return weights
}

/// Exercise 18.1 - Hebb's rule and recall, second half.
public func recalled(_ state: [Float], weights: [[Float]], order: [Int]) -> [Float] {
  var state = state
  for unit in order {
    var field: Float = 0
    for (w, s) in zip(weights[unit], state) { field += w * s }
    if field > 0 { state[unit] = 1 }
    if field < 0 { state[unit] = -1 }
  }
  return state
}
