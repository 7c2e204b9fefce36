import Foundation

/// Exercise 7.3 - Adam.
public func adamStep(
  weights: [Float], mean: [Float], squares: [Float], gradient: [Float], step: Int,
  learningRate: Float, beta1: Float, beta2: Float, epsilon: Float
) -> (weights: [Float], mean: [Float], squares: [Float]) {
  let mean = zip(mean, gradient).map { m, g in beta1 * m + (1 - beta1) * g }
  let squares = zip(squares, gradient).map { v, g in beta2 * v + (1 - beta2) * g * g }
  let meanShare = 1 - pow(beta1, Float(step))
  let squaresShare = 1 - pow(beta2, Float(step))
  let weights = weights.indices.map { i in
    let m = mean[i] / meanShare
    let v = squares[i] / squaresShare
    return weights[i] - learningRate * m / (v.squareRoot() + epsilon)
  }
  return (weights, mean, squares)
}
