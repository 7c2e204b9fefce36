import MiniTensor

/// Exercise 13.1 - Scaled dot-product attention, first half.
public func attentionShares(queries: Tensor, keys: Tensor) -> Tensor {
  let size = Float(queries.shape[1])
  let scores = queries.matmul(keys, transposingOther: true) / size.squareRoot()  // [n, m]
  return scores.softmax(axis: 1)
}

/// Exercise 13.1 - Scaled dot-product attention, second half.
///
/// A mean with shares is a row of shares times the matrix of values.
public func lookedUp(shares: Tensor, values: Tensor) -> Tensor {
  shares.matmul(values)
}
