import Foundation
import MiniTensor

/// Queries and keys are both divided by the fourth root; one query after the other.
public func attentionShares(queries: Tensor, keys: Tensor) -> Tensor {
  let root = pow(Float(keys.shape[1]), 0.25)
  let (q, k) = (queries / root, keys / root)
  var softmax: [[Float]] = []
  for row in 0..<q.shape[0] {
    var scores = [Float](repeating: 0, count: k.shape[0])
    for key in scores.indices { for c in 0..<q.shape[1] { scores[key] += q[row, c] * k[key, c] } }
    let top = scores.reduce(-Float.infinity, max)
    let powers = scores.map { exp($0 - top) }
    let total = powers.reduce(0) { $0 + $1 }
    softmax.append(powers.map { $0 / total })
  }
  return Tensor(softmax)
}

/// The other half.
public func lookedUp(shares: Tensor, values: Tensor) -> Tensor {
  var result = Tensor.zeros(shares.shape[0], values.shape[1])
  for key in 0..<values.shape[0] {
    result += shares.columns(key..<(key + 1)) * values.rows(key..<(key + 1))
  }
  return result
}

/// The third part: tokens as binary numbers with the digits 1 and -1, so that d is small.
public func inductionHead(
  tokens: [Int], vocabularySize: Int
) -> (queries: Tensor, keys: Tensor, values: Tensor) {
  let digits = Int(log2(Double(vocabularySize - 1))) + 1
  func code(_ token: Int) -> [Float] { (0..<digits).map { token >> $0 & 1 == 1 ? 1 : -1 } }
  let codes = tokens.map(code)
  let nobody = [Float](repeating: 0, count: digits)
  let values = tokens.map { token in (0..<vocabularySize).map { $0 == token ? Float(1) : 0 } }
  return (60 * Tensor(codes), Tensor([nobody] + codes.dropLast()), Tensor(values))
}
