import Foundation

/// Exercise 16.1 - The noise schedule, first part.
public func noiseRates(stepCount: Int, first: Float, last: Float) -> [Float] {
  guard stepCount > 1 else { return [first] }
  return (0..<stepCount).map { first + (last - first) * Float($0) / Float(stepCount - 1) }
}

/// Exercise 16.1 - The noise schedule, second part.
public func remainingSignal(betas: [Float]) -> [Float] {
  var left: Float = 1
  return betas.map { beta in
    left *= 1 - beta
    return left
  }
}

/// Exercise 16.1 - The noise schedule, third part.
///
/// What a step keeps is what is left after it, divided by what was left before.
public func betas(forSurvival alphaBars: [Float]) -> [Float] {
  var before: Float = 1
  return alphaBars.map { after in
    let kept = before > 0 ? after / before : 0
    before = after
    return min(1 - kept, 0.999)
  }
}

/// Exercise 16.1 - The noise schedule, fourth part.
public func cosineSignal(stepCount: Int) -> [Float] {
  func left(_ t: Int) -> Float {
    let angle = (Float(t) / Float(stepCount) + 0.008) / 1.008 * .pi / 2
    return cos(angle) * cos(angle)
  }
  return (1...stepCount).map { left($0) / left(0) }
}
