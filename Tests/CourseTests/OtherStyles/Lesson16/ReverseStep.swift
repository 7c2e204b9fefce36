import Foundation

/// By way of x0: the mean of the step written with the guess of the data, as Ho writes it too.
public func reverseStep(
  _ x: [Float], t: Int, predictedNoise: [Float], betas: [Float], alphaBars: [Float], noise: [Float]
) -> [Float] {
  let bars = [1] + alphaBars.map(Double.init)
  let (beta, now, earlier) = (Double(betas[t - 1]), bars[t], bars[t - 1])
  let sigma = t == 1 ? 0 : sqrt((1 - earlier) / (1 - now) * beta)
  var result = x
  for i in x.indices {
    let guess = (Double(x[i]) - sqrt(1 - now) * Double(predictedNoise[i])) / sqrt(now)
    let mean =
      sqrt(earlier) * beta / (1 - now) * guess
      + sqrt(1 - beta) * (1 - earlier) / (1 - now) * Double(x[i])
    result[i] = Float(mean + sigma * Double(noise[i]))
  }
  return result
}

/// The other half.
public func ddimStep(
  _ x: [Float], predictedNoise: [Float], alphaBar: Float, earlierAlphaBar: Float
) -> [Float] {
  let stretch = (earlierAlphaBar / alphaBar).squareRoot()
  let share = (1 - earlierAlphaBar).squareRoot() - stretch * (1 - alphaBar).squareRoot()
  return x.enumerated().map { stretch * $1 + share * predictedNoise[$0] }
}

/// The last part: the walk is a call of itself, with the later betas and the used row left out.
public func sampled(
  noises: [[Float]], betas: [Float], predictNoise: (_ x: [Float], _ t: Int) -> [Float]
) -> [Float] {
  guard let x = noises.first, !betas.isEmpty else { return noises.first ?? [] }
  let t = betas.count
  let alphaBars = (1...t).map { betas.prefix($0).reduce(1) { $0 * (1 - $1) } }
  let isLast = t == 1
  let next = reverseStep(
    x, t: t, predictedNoise: predictNoise(x, t), betas: betas, alphaBars: alphaBars,
    noise: isLast ? Array(repeating: 0, count: x.count) : noises[1])
  return sampled(
    noises: [next] + noises.dropFirst(2), betas: betas.dropLast(), predictNoise: predictNoise)
}
