import MiniTensor

/// Exercise 10.2 - Back through batch normalisation, first part.
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

/// Exercise 10.2 - Back through batch normalisation, last part: through a layer normalisation.
///
/// The numbers of a row have different scales, so the scale comes first, and the means are those of
/// what it leaves.
public func layerNormBackward(
  normalized: Tensor, variance: Tensor, scale: Tensor, gradient: Tensor, epsilon: Float
) -> Tensor {
  func mean(_ numbers: Tensor) -> Tensor { numbers.mean(axis: 1, keepingDimension: true) }
  let scaled = scale * gradient
  let rest = scaled - mean(scaled) - normalized * mean(scaled * normalized)
  return rest / (variance + epsilon).squareRoot()
}
