import ExerciseKit
import Foundation
import MiniTensor

/// Exercise 13.1 - Scaled dot-product attention, first part.          *** 40 minutes
///
/// `Tensor` in ten minutes: docs/en/tensors.md.
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

/// Exercise 13.1 - Scaled dot-product attention, second part.
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

/// Exercise 13.1 - Scaled dot-product attention, third part.
///
/// What comes next after a token? Perhaps what came next when it stood here before. Set the
/// queries, keys and values by hand, without any training, so that one head of causal attention
/// answers that. Causal means that place i looks at the places 0 to i only. Shares and answers are
/// computed from your tensors as in the first two parts, root of d included.
///
/// Wherever the token of a place has appeared before, at least 0.9 of the place's attention shall
/// lie on the places right after its earlier appearances. A place whose token is new may look
/// wherever it likes.
///
///     let head = inductionHead(tokens: [0, 1, 2, 0], vocabularySize: 3)
///     // place 3 holds a 0 like place 0, and looks at place 1: its answer is about [0, 1, 0]
///
/// Nothing may be looked up beforehand. A query is made from the token at its place and nothing
/// else, so equal tokens have equal queries. A key may be made from the tokens at its place and
/// right beside it. The value of a place is the one-hot of its own token. It has to work for a
/// hundred places and a vocabulary of four hundred.
///
/// - Parameters:
///   - tokens: at least one, each from 0 to `vocabularySize` - 1.
///   - vocabularySize: how many different tokens there are, at least 2.
/// - Returns: queries and keys, `[tokens, d]` with any d that you like, and the values, `[tokens,
///   vocabularySize]`.
public func inductionHead(
  tokens: [Int], vocabularySize: Int
) -> (queries: Tensor, keys: Tensor, values: Tensor) {
  todo()
}
