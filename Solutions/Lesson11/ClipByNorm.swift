import MiniTensor

/// Exercise 11.4 - Clip by norm.
public func clipped(
  _ gradients: [Tensor], toNorm limit: Float
) -> (gradients: [Tensor], length: Float) {
  // In Double: an exploded gradient's square is more than a Float can hold.
  let squares = gradients.flatMap(\.scalars).reduce(0.0) { $0 + Double($1) * Double($1) }
  let length = Float(squares.squareRoot())
  guard length > limit else { return (gradients, length) }
  return (gradients.map { $0 * (limit / length) }, length)
}
