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
