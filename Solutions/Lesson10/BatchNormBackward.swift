import MiniTensor

/// Exercise 10.2 - Back through batch normalisation.
///
/// What mean and variance pass on to the examples is what is left of g when its own mean, and its
/// part along z, are taken away.
public func batchNormGradients(
  normalized: Tensor, variance: Tensor, scale: Tensor, gradient: Tensor, epsilon: Float
) -> (x: Tensor, scale: Tensor, shift: Tensor) {
  let along = gradient * normalized
  let rest = gradient - gradient.mean(axis: 0) - normalized * along.mean(axis: 0)
  return (
    scale / (variance + epsilon).squareRoot() * rest, along.sum(axis: 0), gradient.sum(axis: 0)
  )
}
