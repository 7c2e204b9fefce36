import ExerciseKit
import Foundation

/// A switch over ranges, and the square of a cosine in place of 1 + cos.
public func scheduledRate(step: Int, peak: Float, warmUpSteps: Int, totalSteps: Int) -> Float {
  switch step {
  case ..<warmUpSteps: return peak / Float(warmUpSteps) * Float(step + 1)
  case warmUpSteps..<totalSteps:
    let cosine = cos(Double.pi / 2 * Double(step - warmUpSteps) / Double(totalSteps - warmUpSteps))
    return peak * Float(cosine * cosine)
  default: return .zero
  }
}
