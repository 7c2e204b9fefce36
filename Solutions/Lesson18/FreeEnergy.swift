import Foundation

/// Exercise 18.5 - Free energy, first half.
public func freeEnergy(
  of visible: [Float], weights: [[Float]], visibleBiases: [Float], hiddenBiases: [Float]
) -> Float {
  var sum: Float = 0
  for (a, v) in zip(visibleBiases, visible) { sum -= a * v }
  for j in hiddenBiases.indices {
    var field = hiddenBiases[j]
    for (v, row) in zip(visible, weights) { field += v * row[j] }
    sum -= max(field, 0) + log(1 + exp(-abs(field)))
  }
  return sum
}

/// Exercise 18.5 - Free energy, second half.
public func probabilities(freeEnergies: [Float]) -> [Float] {
  let least = freeEnergies.min()!
  let weights = freeEnergies.map { exp(least - $0) }
  let total = weights.reduce(0, +)
  return weights.map { $0 / total }
}
