/// Exercise 2.2 - The update rule.
///
/// A right answer makes `step` zero, so that nothing moves; a wrong one makes it 2 eta y.
public func updated(
  weights: [Float], bias: Float, x: [Float], label: Float, predicted: Float, learningRate: Float
) -> (weights: [Float], bias: Float) {
  let step = learningRate * (label - predicted)
  let moved = zip(weights, x).map { weight, feature in weight + step * feature }
  return (moved, bias + step)
}
