/// Exercise 16.4 - One step back, first part.
public func reverseStep(
  _ x: [Float], t: Int, predictedNoise: [Float], betas: [Float], alphaBars: [Float], noise: [Float]
) -> [Float] {
  let (beta, now) = (betas[t - 1], alphaBars[t - 1])
  let earlier = t > 1 ? alphaBars[t - 2] : 1
  let sigma = (beta * (1 - earlier) / (1 - now)).squareRoot()
  return x.indices.map { i in
    let calmer = x[i] - beta / (1 - now).squareRoot() * predictedNoise[i]
    return calmer / (1 - beta).squareRoot() + sigma * noise[i]
  }
}

/// Exercise 16.4 - One step back, second part.
public func ddimStep(
  _ x: [Float], predictedNoise: [Float], alphaBar: Float, earlierAlphaBar: Float
) -> [Float] {
  zip(x, predictedNoise).map { x, noise in
    let clean = (x - (1 - alphaBar).squareRoot() * noise) / alphaBar.squareRoot()
    return earlierAlphaBar.squareRoot() * clean + (1 - earlierAlphaBar).squareRoot() * noise
  }
}

/// Exercise 16.4 - One step back, third part.
///
/// The noise of the last step is multiplied by a sigma of 0: x itself does for it.
public func sampled(
  noises: [[Float]], betas: [Float], predictNoise: (_ x: [Float], _ t: Int) -> [Float]
) -> [Float] {
  var alphaBars: [Float] = []
  for beta in betas { alphaBars.append((alphaBars.last ?? 1) * (1 - beta)) }
  var x = noises[0]
  for (index, t) in (1...betas.count).reversed().enumerated() {
    x = reverseStep(
      x, t: t, predictedNoise: predictNoise(x, t), betas: betas, alphaBars: alphaBars,
      noise: t > 1 ? noises[index + 1] : x)
  }
  return x
}
