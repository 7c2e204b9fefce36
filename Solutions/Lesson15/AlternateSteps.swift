import Foundation

/// Exercise 15.4 - Alternate steps, first half.
public func alternateSteps(
  theta: Float, psi: Float, learningRate: Float, rounds: Int, discriminatorSteps: Int,
  discriminatorGradient: (_ theta: Float, _ psi: Float) -> Float,
  generatorGradient: (_ theta: Float, _ psi: Float) -> Float
) -> (theta: [Float], psi: [Float]) {
  var lines = (theta: [theta], psi: [psi])
  var (theta, psi) = (theta, psi)
  for _ in 0..<rounds {
    for _ in 0..<discriminatorSteps { psi -= learningRate * discriminatorGradient(theta, psi) }
    theta -= learningRate * generatorGradient(theta, psi)
    lines.theta.append(theta)
    lines.psi.append(psi)
  }
  return lines
}

/// Exercise 15.4 - Alternate steps, second half.
///
/// The slope of the logit psi x is psi wherever one looks, so R1 is penalty / 2 * psi^2.
public func simultaneousSteps(
  theta: Float, psi: Float, learningRate: Float, rounds: Int, penalty: Float
) -> (theta: [Float], psi: [Float]) {
  func sigmoid(_ s: Float) -> Float { 1 / (1 + exp(-s)) }
  var lines = (theta: [theta], psi: [psi])
  var (theta, psi) = (theta, psi)
  for _ in 0..<rounds {
    let generatorSlope = -psi * sigmoid(-theta * psi)
    let discriminatorSlope = theta * sigmoid(theta * psi) + penalty * psi
    theta -= learningRate * generatorSlope
    psi -= learningRate * discriminatorSlope
    lines.theta.append(theta)
    lines.psi.append(psi)
  }
  return lines
}
