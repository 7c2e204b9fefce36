import Foundation

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

/// The third part, from the end, in Double.
public func betas(forSurvival alphaBars: [Float]) -> [Float] {
  var taken: [Float] = []
  for t in alphaBars.indices.reversed() {
    let before = t == 0 ? 1 : Double(alphaBars[t - 1])
    if before == 0 || Double(alphaBars[t]) < before / 1000 {
      taken.insert(0.999, at: 0)
    } else {
      taken.insert(Float((before - Double(alphaBars[t])) / before), at: 0)
    }
  }
  return taken
}

/// The fourth part: the square of a cosine by the double angle.
public func cosineSignal(stepCount: Int) -> [Float] {
  let start = Double.pi / 2 * 0.008 / 1.008
  let step = (Double.pi / 2 - start) / Double(stepCount)
  let squares = (0...stepCount).map { (1 + cos(2 * (start + step * Double($0)))) / 2 }
  return squares.dropFirst().map { Float($0 / squares[0]) }
}
