import Foundation

/// Exercise 16.5 - The exact denoiser of a mixture, first half.
public func responsibilities(
  _ x: Float, alphaBar: Float, weights: [Float], means: [Float], deviations: [Float]
) -> [Float] {
  let scores = weights.indices.map { k -> Float in
    let variance = alphaBar * deviations[k] * deviations[k] + 1 - alphaBar
    let distance = x - alphaBar.squareRoot() * means[k]
    return log(weights[k]) - log(variance) / 2 - distance * distance / (2 * variance)
  }
  let largest = scores.max()!
  let shares = scores.map { exp($0 - largest) }
  let total = shares.reduce(0, +)
  return shares.map { $0 / total }
}

/// Exercise 16.5 - The exact denoiser of a mixture, second half.
public func exactNoise(
  _ x: Float, alphaBar: Float, responsibilities: [Float], means: [Float], deviations: [Float]
) -> Float {
  var sum: Float = 0
  for k in means.indices {
    let variance = alphaBar * deviations[k] * deviations[k] + 1 - alphaBar
    sum += responsibilities[k] * (x - alphaBar.squareRoot() * means[k]) / variance
  }
  return (1 - alphaBar).squareRoot() * sum
}
