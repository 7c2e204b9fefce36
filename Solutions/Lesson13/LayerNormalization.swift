import MiniTensor

/// Exercise 13.5 - Layer normalisation, first part.
public func layerNorm(_ x: Tensor, scale: Tensor, shift: Tensor, epsilon: Float) -> Tensor {
  let (z, _) = standardised(x, epsilon)
  return z * scale + shift
}

/// Exercise 13.5 - Layer normalisation, second part.
public func layerNormGradient(_ gradient: Tensor, x: Tensor, epsilon: Float) -> Tensor {
  let (z, deviation) = standardised(x, epsilon)
  let mean = gradient.mean(axis: 1, keepingDimension: true)
  let slope = (gradient * z).mean(axis: 1, keepingDimension: true)
  return (gradient - mean - z * slope) / deviation
}

/// Exercise 13.5 - Layer normalisation, third part.
///
/// What reaches z has passed through the scale; from there on it is the second part.
public func layerNormBackward(
  _ gradient: Tensor, x: Tensor, scale: Tensor, epsilon: Float
) -> (x: Tensor, scale: Tensor, shift: Tensor) {
  let (z, _) = standardised(x, epsilon)
  return (
    layerNormGradient(gradient * scale, x: x, epsilon: epsilon), (gradient * z).sum(axis: 0),
    gradient.sum(axis: 0)
  )
}

/// z and what each row was divided by, `[rows, size]` and `[rows, 1]`.
private func standardised(_ x: Tensor, _ epsilon: Float) -> (z: Tensor, deviation: Tensor) {
  let centred = x - x.mean(axis: 1, keepingDimension: true)
  let variance = centred.squared().mean(axis: 1, keepingDimension: true)
  let deviation = (variance + epsilon).squareRoot()
  return (centred / deviation, deviation)
}
