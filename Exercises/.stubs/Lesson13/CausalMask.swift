import ExerciseKit
import MiniTensor

/// Exercise 13.2 - The causal mask.                                    ** 15 minutes
///
/// A network that writes from left to right must not look at what it has not written yet. Place i
/// may look at the places 0 ... i, itself included. What it may not see gets the share 0, and the
/// shares of what it sees add up to 1.
///
///     share[i, j] = exp(score[i, j]) / (sum of exp(score[i, k]) over k = 0 ... i)     j <= i
///     share[i, j] = 0                                                                 j > i
///
///     causalShares(scores: Tensor([[5, 9], [2, 2]]))     // [[1, 0], [0.5, 0.5]]
///
/// Scores may be of any size, -100,000 as well as 900. The library's `softmax` is yours to use; its
/// `causalMask`, `attentionWeights` and `scaledDotProductAttention` earn nothing here.
///
/// - Parameter scores: how well each place's key fits each place's query, `[n, n]`: a row a query.
/// - Returns: the shares, `[n, n]`.
public func causalShares(scores: Tensor) -> Tensor {
  todo()
}
