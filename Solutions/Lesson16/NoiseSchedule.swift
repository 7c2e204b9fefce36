/// Exercise 16.1 - The noise schedule, first half.
public func noiseRates(stepCount: Int, first: Float, last: Float) -> [Float] {
  guard stepCount > 1 else { return [first] }
  return (0..<stepCount).map { first + (last - first) * Float($0) / Float(stepCount - 1) }
}

/// Exercise 16.1 - The noise schedule, second half.
public func remainingSignal(betas: [Float]) -> [Float] {
  var left: Float = 1
  return betas.map { beta in
    left *= 1 - beta
    return left
  }
}
