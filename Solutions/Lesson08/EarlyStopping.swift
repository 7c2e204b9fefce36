/// Exercise 8.5 - Early stopping.
public func trainWithEarlyStopping(
  epochLimit: Int, patience: Int, trainEpoch: () -> [Float],
  validationLoss: (_ weights: [Float]) -> Float
) -> (weights: [Float], epochs: Int) {
  var best: (weights: [Float], loss: Float) = ([], .infinity)
  var epochs = 0
  var waited = 0
  while epochs < epochLimit, waited < patience {
    let weights = trainEpoch()
    epochs += 1
    let loss = validationLoss(weights)
    if loss < best.loss {
      best = (weights, loss)
      waited = 0
    } else {
      waited += 1
    }
  }
  return (best.weights, epochs)
}
