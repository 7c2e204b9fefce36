/// Exercise 15.4 - Alternate steps.
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
