import Foundation

/// Exercise 15.2 - The generator's loss, first half.
public func generatorLoss(forgedLogits: [Float]) -> Float {
  let total = forgedLogits.reduce(0) { $0 + max(-$1, 0) + log(1 + exp(-abs($1))) }
  return total / Float(forgedLogits.count)
}

/// Exercise 15.2 - The generator's loss, second half.
///
/// The slope of softplus(-s) is -sigmoid(-s), which is D - 1; each forgery has a share of the mean.
public func generatorLossGradient(forgedLogits: [Float]) -> [Float] {
  forgedLogits.map { -1 / (1 + exp($0)) / Float(forgedLogits.count) }
}
