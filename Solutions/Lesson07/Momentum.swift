/// Exercise 7.1 - The heavy ball.
public func momentumStep(
  weights: [Float], velocity: [Float], gradient: [Float], learningRate: Float, momentum: Float
) -> (weights: [Float], velocity: [Float]) {
  let velocity = zip(velocity, gradient).map { v, g in momentum * v + g }
  let weights = zip(weights, velocity).map { w, v in w - learningRate * v }
  return (weights, velocity)
}
