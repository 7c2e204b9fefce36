import MiniTensor

/// Exercise 13.2 - The causal mask.
///
/// A score of minus infinity becomes a share of exactly 0, and the softmax of the others never
/// knows that it was there.
public func causalShares(scores: Tensor) -> Tensor {
  var seen = scores
  let count = scores.shape[0]
  for row in 0..<count {
    for column in 0..<count where column > row { seen[row, column] = -.infinity }
  }
  return seen.softmax(axis: 1)
}
