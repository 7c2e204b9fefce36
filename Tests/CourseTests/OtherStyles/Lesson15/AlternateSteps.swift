import Foundation

/// A round is a call of itself.
public func alternateSteps(
  theta: Float, psi: Float, learningRate: Float, rounds: Int, discriminatorSteps: Int,
  discriminatorGradient: (_ theta: Float, _ psi: Float) -> Float,
  generatorGradient: (_ theta: Float, _ psi: Float) -> Float
) -> (theta: [Float], psi: [Float]) {
  if rounds == 0 { return ([theta], [psi]) }
  let newPsi = (0..<discriminatorSteps).reduce(psi) { psi, _ in
    psi - learningRate * discriminatorGradient(theta, psi)
  }
  let newTheta = theta - generatorGradient(theta, newPsi) * learningRate
  let rest = alternateSteps(
    theta: newTheta, psi: newPsi, learningRate: learningRate, rounds: rounds - 1,
    discriminatorSteps: discriminatorSteps, discriminatorGradient: discriminatorGradient,
    generatorGradient: generatorGradient)
  return ([theta] + rest.theta, [psi] + rest.psi)
}

/// The other half, in Double: D by the hyperbolic tangent, and both slopes in one line.
public func simultaneousSteps(
  theta: Float, psi: Float, learningRate: Float, rounds: Int, penalty: Float
) -> (theta: [Float], psi: [Float]) {
  let (h, gamma) = (Double(learningRate), Double(penalty))
  var path = [(theta: Double(theta), psi: Double(psi))]
  while path.count <= rounds {
    let (t, p) = path[path.count - 1]
    let d = (1 + tanh(t * p / 2)) / 2
    path += [(t + h * p * (1 - d), p * (1 - h * gamma) - h * t * d)]
  }
  return (path.map { Float($0.theta) }, path.map { Float($0.psi) })
}
