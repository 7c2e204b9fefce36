/// One loop for all three lists; the loss and its gradient in one as well.
public func trainingPairs(
  clean: [Float], timeDraws: [Float], noise: [Float], alphaBars: [Float]
) -> (steps: [Int], noisy: [Float], targets: [Float]) {
  var pairs: (steps: [Int], noisy: [Float], targets: [Float]) = ([], [], [])
  for ((x, u), e) in zip(zip(clean, timeDraws), noise) {
    let index = Int((u * Float(alphaBars.count)).rounded(.down))
    pairs.steps.append(index + 1)
    pairs.noisy.append(x * alphaBars[index].squareRoot() + e * (1 - alphaBars[index]).squareRoot())
    pairs.targets.append(e)
  }
  return pairs
}

/// The other half.
public func denoisingLoss(
  predicted: [Float], targets: [Float]
) -> (loss: Float, gradient: [Float]) {
  var (loss, gradient): (Float, [Float]) = (0, predicted)
  var i = predicted.count
  while i > 0 {
    i -= 1
    gradient[i] -= targets[i]
    loss += gradient[i] * gradient[i] / Float(predicted.count)
    gradient[i] /= Float(predicted.count) / 2
  }
  return (loss, gradient)
}
