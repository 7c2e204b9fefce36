/// Exercise 18.4 - Contrastive divergence.
public func contrastiveDivergence(
  visible: [[Float]], hidden: [[Float]], dreamtVisible: [[Float]], dreamtHidden: [[Float]],
  learningRate: Float
) -> (weights: [[Float]], visibleBiases: [Float], hiddenBiases: [Float]) {
  var weights = [[Float]](
    repeating: [Float](repeating: 0, count: hidden[0].count), count: visible[0].count)
  var visibleBiases = [Float](repeating: 0, count: visible[0].count)
  var hiddenBiases = [Float](repeating: 0, count: hidden[0].count)
  let share = learningRate / Float(visible.count)
  for (v, h, factor) in zip(visible, hidden).map({ ($0, $1, share) })
    + zip(dreamtVisible, dreamtHidden).map({ ($0, $1, -share) })
  {
    for i in v.indices {
      for j in h.indices { weights[i][j] += factor * v[i] * h[j] }
      visibleBiases[i] += factor * v[i]
    }
    for j in h.indices { hiddenBiases[j] += factor * h[j] }
  }
  return (weights, visibleBiases, hiddenBiases)
}
