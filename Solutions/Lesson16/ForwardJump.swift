/// Exercise 16.2 - From x_0 to x_t, first half.
public func noised(_ clean: [Float], alphaBar: Float, noise: [Float]) -> [Float] {
  zip(clean, noise).map { alphaBar.squareRoot() * $0 + (1 - alphaBar).squareRoot() * $1 }
}

/// Exercise 16.2 - From x_0 to x_t, second half.
public func distribution(of clean: Float, after betas: [Float]) -> (mean: Float, variance: Float) {
  var (mean, variance): (Float, Float) = (clean, 0)
  for beta in betas {
    mean *= (1 - beta).squareRoot()
    variance = (1 - beta) * variance + beta
  }
  return (mean, variance)
}
