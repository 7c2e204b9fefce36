import Foundation

/// Exercise 7.5 - Warm up, then cool down.
public func scheduledRate(step: Int, peak: Float, warmUpSteps: Int, totalSteps: Int) -> Float {
  if step < warmUpSteps { return peak * Float(step + 1) / Float(warmUpSteps) }
  if step >= totalSteps { return 0 }
  let progress = Float(step - warmUpSteps) / Float(totalSteps - warmUpSteps)
  return peak * (1 + cos(.pi * progress)) / 2
}
