/// Exercise 8.3 - The L2 step, first half.
public func l2Penalty(weights: [Float], lambda: Float, exampleCount: Int) -> Float {
  lambda / (2 * Float(exampleCount)) * weights.reduce(0) { $0 + $1 * $1 }
}

/// Exercise 8.3 - The L2 step, second half.
public func l2Step(
  weights: [Float], bias: Float, weightGradient: [Float], biasGradient: Float,
  learningRate: Float, lambda: Float, exampleCount: Int
) -> (weights: [Float], bias: Float) {
  let shrinkage = 1 - learningRate * lambda / Float(exampleCount)
  let moved = zip(weights, weightGradient).map { shrinkage * $0 - learningRate * $1 }
  return (moved, bias - learningRate * biasGradient)
}
