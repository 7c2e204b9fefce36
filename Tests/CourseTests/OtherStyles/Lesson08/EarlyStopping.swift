import ExerciseKit

/// All losses are kept, and asked each time.
public func trainWithEarlyStopping(
  epochLimit: Int, patience: Int, trainEpoch: () -> [Float],
  validationLoss: (_ weights: [Float]) -> Float
) -> (weights: [Float], epochs: Int) {
  var history: [(weights: [Float], loss: Float)] = []
  var best = 0
  for epoch in 0..<epochLimit {
    let weights = trainEpoch()
    history.append((weights, validationLoss(weights)))
    if history[epoch].loss < history[best].loss { best = epoch }
    if epoch - best >= patience { break }
  }
  return (weights: history[best].weights, epochs: history.count)
}
