/// Exercise 8.3 - The L2 step, first part.
public func l2Penalty(weights: [Float], lambda: Float, exampleCount: Int) -> Float {
  lambda / (2 * Float(exampleCount)) * weights.reduce(0) { $0 + $1 * $1 }
}

/// Exercise 8.3 - The L2 step, second part.
public func l2Step(
  weights: [Float], bias: Float, weightGradient: [Float], biasGradient: Float,
  learningRate: Float, lambda: Float, exampleCount: Int
) -> (weights: [Float], bias: Float) {
  let shrinkage = 1 - learningRate * lambda / Float(exampleCount)
  let moved = zip(weights, weightGradient).map { shrinkage * $0 - learningRate * $1 }
  return (moved, bias - learningRate * biasGradient)
}

/// Exercise 8.3 - The L2 step, third part: where decay ends.
///
/// At rest the two slopes, curvature (w - target) and decay w, add up to 0.
public func restingWeight(target: Float, curvature: Float, decay: Float) -> Float {
  curvature * target / (curvature + decay)
}

/// Exercise 8.3 - The L2 step, last part: to stop is to decay.
///
/// What is missing to the target shrinks by the same factor in each step. The two slopes at the
/// place that was reached then say how strong the decay must be.
public func decayLike(stoppingAfter steps: Int, learningRate: Float, curvature: Float) -> Float {
  var missing: Float = 1  // as a share of the target
  for _ in 0..<steps { missing *= 1 - learningRate * curvature }
  return curvature * missing / (1 - missing)
}
