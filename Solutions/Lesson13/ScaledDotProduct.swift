import MiniTensor

/// Exercise 13.1 - Scaled dot-product attention, first part.
public func attentionShares(queries: Tensor, keys: Tensor) -> Tensor {
  let size = Float(queries.shape[1])
  let scores = queries.matmul(keys, transposingOther: true) / size.squareRoot()  // [n, m]
  return scores.softmax(axis: 1)
}

/// Exercise 13.1 - Scaled dot-product attention, second part.
///
/// A mean with shares is a row of shares times the matrix of values.
public func lookedUp(shares: Tensor, values: Tensor) -> Tensor {
  shares.matmul(values)
}

/// Exercise 13.1 - Scaled dot-product attention, third part.
///
/// A key holds the token *before* its place: a query for a token then finds the places where that
/// token has just been. The factor makes a score of 20 of an agreement, whatever d is.
public func inductionHead(
  tokens: [Int], vocabularySize: Int
) -> (queries: Tensor, keys: Tensor, values: Tensor) {
  var queries = Tensor.zeros(tokens.count, vocabularySize)
  var keys = Tensor.zeros(tokens.count, vocabularySize)
  var values = Tensor.zeros(tokens.count, vocabularySize)
  for (place, token) in tokens.enumerated() {
    queries[place, token] = 20 * Float(vocabularySize).squareRoot()
    values[place, token] = 1
    if place > 0 { keys[place, tokens[place - 1]] = 1 }
  }
  return (queries, keys, values)
}
