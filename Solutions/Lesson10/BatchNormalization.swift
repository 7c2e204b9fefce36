import MiniTensor

/// Exercise 10.1 - Batch normalisation, first part: while the network learns.
public func batchNormalized(
  _ x: Tensor, scale: Tensor, shift: Tensor, epsilon: Float
) -> (output: Tensor, mean: Tensor, variance: Tensor) {
  let mean = x.mean(axis: 0)
  let variance = (x - mean).squared().mean(axis: 0)
  let output = normalizedInUse(
    x, mean: mean, variance: variance, scale: scale, shift: shift, epsilon: epsilon)
  return (output, mean, variance)
}

/// Exercise 10.1 - Batch normalisation, second part: remember.
public func movedRunningValues(
  mean: Tensor, variance: Tensor, batchMean: Tensor, batchVariance: Tensor, examples: Int,
  momentum: Float
) -> (mean: Tensor, variance: Tensor) {
  let unbiased = batchVariance * (Float(examples) / Float(examples - 1))
  return (mean + momentum * (batchMean - mean), variance + momentum * (unbiased - variance))
}

/// Exercise 10.1 - Batch normalisation, third part: in use.
public func normalizedInUse(
  _ x: Tensor, mean: Tensor, variance: Tensor, scale: Tensor, shift: Tensor, epsilon: Float
) -> Tensor {
  (x - mean) / (variance + epsilon).squareRoot() * scale + shift
}

/// Exercise 10.1 - Batch normalisation, last part: fold it away.
///
/// Each feature is a column of the weights, and is multiplied by one factor; the bias goes the
/// whole way through the normalisation.
public func folded(
  weights: Tensor, bias: Tensor, mean: Tensor, variance: Tensor, scale: Tensor, shift: Tensor,
  epsilon: Float
) -> (weights: Tensor, bias: Tensor) {
  let factor = scale / (variance + epsilon).squareRoot()
  return (weights * factor, (bias - mean) * factor + shift)
}
