import MiniTensor

/// Exercise 10.1 - Batch normalisation, first third: while the network learns.
public func batchNormalized(
  _ x: Tensor, scale: Tensor, shift: Tensor, epsilon: Float
) -> (output: Tensor, mean: Tensor, variance: Tensor) {
  let mean = x.mean(axis: 0)
  let variance = (x - mean).squared().mean(axis: 0)
  let output = normalizedInUse(
    x, mean: mean, variance: variance, scale: scale, shift: shift, epsilon: epsilon)
  return (output, mean, variance)
}

/// Exercise 10.1 - Batch normalisation, second third: remember.
public func movedRunningValues(
  mean: Tensor, variance: Tensor, batchMean: Tensor, batchVariance: Tensor, examples: Int,
  momentum: Float
) -> (mean: Tensor, variance: Tensor) {
  let unbiased = batchVariance * (Float(examples) / Float(examples - 1))
  return (mean + momentum * (batchMean - mean), variance + momentum * (unbiased - variance))
}

/// Exercise 10.1 - Batch normalisation, last third: in use.
public func normalizedInUse(
  _ x: Tensor, mean: Tensor, variance: Tensor, scale: Tensor, shift: Tensor, epsilon: Float
) -> Tensor {
  (x - mean) / (variance + epsilon).squareRoot() * scale + shift
}
