import Foundation

/// Exercise 15.1 - The discriminator's loss, first half.
public func discriminatorLoss(realLogits: [Float], forgedLogits: [Float]) -> Float {
  func softplus(_ s: Float) -> Float { max(s, 0) + log(1 + exp(-abs(s))) }
  func mean(_ numbers: [Float]) -> Float { numbers.reduce(0, +) / Float(numbers.count) }
  return mean(realLogits.map { softplus(-$0) }) + mean(forgedLogits.map(softplus))
}

/// Exercise 15.1 - The discriminator's loss, second half.
///
/// The slope of softplus is sigmoid. 1 - D is written as sigmoid(-s), which keeps its digits.
public func discriminatorSlopes(
  realLogits: [Float], forgedLogits: [Float], realLabel: Float
) -> (real: [Float], forged: [Float]) {
  func sigmoid(_ s: Float) -> Float { s < 0 ? exp(s) / (1 + exp(s)) : 1 / (1 + exp(-s)) }
  let real = realLogits.map { (1 - realLabel) * sigmoid($0) - realLabel * sigmoid(-$0) }
  return (
    real.map { $0 / Float(real.count) },
    forgedLogits.map { sigmoid($0) / Float(forgedLogits.count) }
  )
}
