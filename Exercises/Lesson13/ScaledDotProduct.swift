import ExerciseKit
import Foundation
import MiniTensor

/// Exercise 13.1 - Scaled dot-product attention, first half.           ** 20 minutes
///
/// How much does each query look at each key? Compare every query with every key, divide by the
/// square root of d, and turn each query's scores into shares that add up to 1.
///
///     share[i, j] = softmax over j of (q_i . k_j / sqrt(d))
///
/// Two queries, three keys, d = 1:
///
///     attentionShares(queries: Tensor([[0], [9]]), keys: Tensor([[-1], [0], [1]]))
///     // [[0.3333, 0.3333, 0.3333], [0.0000, 0.0001, 0.9999]]
///
/// The library's `softmax` is yours to use; its `attentionWeights`, `scaledDotProductAttention` and
/// `MultiHeadAttention` earn nothing here.
///
/// - Parameters:
///   - queries: one a row, `[n, d]`.
///   - keys: one a row, `[m, d]`.
/// - Returns: the shares, `[n, m]`; every row adds up to 1.
public func attentionShares(queries: Tensor, keys: Tensor) -> Tensor {
  todo()
}

/// Exercise 13.1 - Scaled dot-product attention, second half.
///
/// Each query takes home the mean of all values, each value with its share.
///
///     answer_i = share[i, 0] v_0 + share[i, 1] v_1 + ...
///
/// - Parameters:
///   - shares: how much each query looks at each key, `[n, m]`.
///   - values: what each key stands for, `[m, c]`.
/// - Returns: an answer a query, `[n, c]`.
public func lookedUp(shares: Tensor, values: Tensor) -> Tensor {
  todo()
}
