/// Exercise 16.3 - The training pair, first half.
public func trainingPairs(
  clean: [Float], timeDraws: [Float], noise: [Float], alphaBars: [Float]
) -> (steps: [Int], noisy: [Float], targets: [Float]) {
  let steps = timeDraws.map { 1 + Int(Float(alphaBars.count) * $0) }
  let noisy = clean.indices.map { i in
    let left = alphaBars[steps[i] - 1]
    return left.squareRoot() * clean[i] + (1 - left).squareRoot() * noise[i]
  }
  return (steps, noisy, noise)
}

/// Exercise 16.3 - The training pair, second half.
public func denoisingLoss(
  predicted: [Float], targets: [Float]
) -> (loss: Float, gradient: [Float]) {
  let errors = zip(predicted, targets).map { $0 - $1 }
  let count = Float(errors.count)
  return (errors.reduce(0) { $0 + $1 * $1 } / count, errors.map { 2 * $0 / count })
}
