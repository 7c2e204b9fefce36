import Foundation

/// Exercise 15.1 - The discriminator's loss.
public func discriminatorLoss(realLogits: [Float], forgedLogits: [Float]) -> Float {
  func softplus(_ s: Float) -> Float { max(s, 0) + log(1 + exp(-abs(s))) }
  func mean(_ numbers: [Float]) -> Float { numbers.reduce(0, +) / Float(numbers.count) }
  return mean(realLogits.map { softplus(-$0) }) + mean(forgedLogits.map(softplus))
}
