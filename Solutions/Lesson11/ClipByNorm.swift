import MiniTensor

/// Exercise 11.4 - Clip by norm.
public func clipped(
  _ gradients: [Tensor], toNorm limit: Float
) -> (gradients: [Tensor], length: Float) {
  let length = gradients.reduce(0) { $0 + $1.squared().sum() }.squareRoot()
  guard length > limit else { return (gradients, length) }
  return (gradients.map { $0 * (limit / length) }, length)
}
