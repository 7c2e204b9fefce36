/// A mean of the two ends with weights, and a running list.
public func noiseRates(stepCount: Int, first: Float, last: Float) -> [Float] {
  var rates: [Float] = []
  for k in 1...stepCount {
    let share = stepCount == 1 ? 0 : Double(k - 1) / Double(stepCount - 1)
    rates.append(Float((1 - share) * Double(first) + share * Double(last)))
  }
  return rates
}

/// The other half.
public func remainingSignal(betas: [Float]) -> [Float] {
  betas.reduce(into: [Float]()) { left, beta in
    let before = left.last ?? 1
    left.append(before - before * beta)
  }
}
