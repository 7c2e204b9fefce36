import ExerciseKit
import Foundation

/// All in Double, weight by weight, with the corrections moved into the learning rate.
public func adamStep(
  weights: [Float], mean: [Float], squares: [Float], gradient: [Float], step: Int,
  learningRate: Float, beta1: Float, beta2: Float, epsilon: Float
) -> (weights: [Float], mean: [Float], squares: [Float]) {
  var (w, m, v) = (weights, mean, squares)
  var (power1, power2) = (1.0, 1.0)
  for _ in 0..<step {
    power1 *= Double(beta1)
    power2 *= Double(beta2)
  }
  let root = sqrt(1 - power2)
  let rate = Double(learningRate) * root / (1 - power1)
  for (i, g) in gradient.enumerated() {
    m[i] += (1 - beta1) * (g - m[i])
    v[i] += (1 - beta2) * (g * g - v[i])
    w[i] -= Float(rate * Double(m[i]) / (sqrt(Double(v[i])) + Double(epsilon) * root))
  }
  return (weights: w, mean: m, squares: v)
}
