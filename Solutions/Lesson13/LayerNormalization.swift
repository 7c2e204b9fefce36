import MiniTensor

/// Exercise 13.5 - Layer normalisation, first half.
public func layerNorm(_ x: Tensor, scale: Tensor, shift: Tensor, epsilon: Float) -> Tensor {
  let (z, _) = standardised(x, epsilon)
  return z * scale + shift
}

/// Exercise 13.5 - Layer normalisation, second half.
public func layerNormGradient(_ gradient: Tensor, x: Tensor, epsilon: Float) -> Tensor {
  let (z, deviation) = standardised(x, epsilon)
  let mean = gradient.mean(axis: 1, keepingDimension: true)
  let slope = (gradient * z).mean(axis: 1, keepingDimension: true)
  return (gradient - mean - z * slope) / deviation
}

/// z and what each row was divided by, `[rows, size]` and `[rows, 1]`.
private func standardised(_ x: Tensor, _ epsilon: Float) -> (z: Tensor, deviation: Tensor) {
  let centred = x - x.mean(axis: 1, keepingDimension: true)
  let variance = centred.squared().mean(axis: 1, keepingDimension: true)
  let deviation = (variance + epsilon).squareRoot()
  return (centred / deviation, deviation)
}
