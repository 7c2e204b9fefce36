import Foundation

/// Exercise 17.1 - One step against the class, first half.
public func inputGradient(weights: [Float], bias: Float, x: [Float], label: Float) -> [Float] {
  var score = bias
  for (w, x) in zip(weights, x) { score += w * x }
  let slope = -label / (1 + exp(label * score))
  return weights.map { slope * $0 }
}

/// Exercise 17.1 - One step against the class, second half.
public func fastGradientStep(_ x: [Float], gradient: [Float], epsilon: Float) -> [Float] {
  zip(x, gradient).map { x, slope in
    let sign: Float = slope > 0 ? 1 : slope < 0 ? -1 : 0
    return min(1, max(0, x + epsilon * sign))
  }
}
