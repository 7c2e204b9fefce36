import Foundation

// -log D by cases, and the slope from a sigmoid that never overflows.
private func sigmoid(_ s: Float) -> Float {
  if s < 0 {
    let e = exp(s)
    return e / (e + 1)
  }
  return 1 / (1 + exp(-s))
}

/// The answer.
public func generatorLoss(forgedLogits: [Float]) -> Float {
  var mean: Float = 0
  for s in forgedLogits {
    mean += (s < -20 ? -s : -log(sigmoid(s))) / Float(forgedLogits.count)
  }
  return mean
}

/// The other half.
public func generatorLossGradient(forgedLogits: [Float]) -> [Float] {
  var slopes = forgedLogits
  for i in slopes.indices { slopes[i] = (sigmoid(slopes[i]) - 1) / Float(slopes.count) }
  return slopes
}
