/// Exercise 7.2 - Divide by the steepness.
public func rmsPropStep(
  weights: [Float], squares: [Float], gradient: [Float], learningRate: Float, decay: Float,
  epsilon: Float
) -> (weights: [Float], squares: [Float]) {
  let squares = zip(squares, gradient).map { s, g in decay * s + (1 - decay) * g * g }
  let weights = weights.indices.map { i in
    weights[i] - learningRate * gradient[i] / (squares[i].squareRoot() + epsilon)
  }
  return (weights, squares)
}
