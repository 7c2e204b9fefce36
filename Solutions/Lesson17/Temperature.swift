import Foundation

/// Exercise 17.4 - Temperature by search, first half.
public func calibrationLoss(logits: [[Float]], labels: [Int], temperature: Float) -> Float {
  var total: Float = 0
  for (z, label) in zip(logits, labels) {
    let largest = z.max()!
    let sum = z.reduce(0) { $0 + exp(($1 - largest) / temperature) }
    total += log(sum) - (z[label] - largest) / temperature
  }
  return total / Float(labels.count)
}

/// Exercise 17.4 - Temperature by search, second half.
public func bestTemperature(candidates: [Float], loss: (Float) -> Float) -> Float {
  var (best, least) = (candidates[0], loss(candidates[0]))
  for candidate in candidates.dropFirst() {
    let here = loss(candidate)
    if here < least { (best, least) = (candidate, here) }
  }
  return best
}
