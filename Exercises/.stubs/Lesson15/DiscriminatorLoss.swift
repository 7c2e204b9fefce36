import ExerciseKit
import Foundation

/// Exercise 15.1 - The discriminator's loss, first half.              ** 30 minutes
///
/// The detective D says how probable it is that an example is real. Its network gives a logit s,
/// and D = sigmoid(s). It wants D near 1 on real examples and near 0 on forgeries:
///
///     L = mean of -log D over the real ones  +  mean of -log(1 - D) over the forgeries
///
/// Write each term by its logit, so that nothing overflows and no logarithm of 0 is taken, even at
/// s = 200 or -200:
///
///     softplus(s) = log(1 + e^s) = max(s, 0) + log(1 + e^-abs(s))
///     -log sigmoid(s) = softplus(-s)          -log(1 - sigmoid(s)) = softplus(s)
///
///     discriminatorLoss(realLogits: [0, 0], forgedLogits: [0])
///     // 2 log 2 = 1.3863: it knows nothing
///
/// There may be more of one kind than of the other: each mean has its own count. Write it yourself:
/// the library's `binaryCrossEntropy` earns nothing here.
///
/// - Parameters:
///   - realLogits: s for real examples, at least one.
///   - forgedLogits: s for forgeries, at least one.
public func discriminatorLoss(realLogits: [Float], forgedLogits: [Float]) -> Float {
  todo()
}

/// Exercise 15.1 - The discriminator's loss, second half.
///
/// What the network learns from: how fast the loss above changes with each logit. Derive it, and
/// write it so that it is exact for logits of any size. A slope may be tiny, but it must not round
/// to 0 too early: with s = 30 for the only real example it is -9.4e-14, not 0.
///
/// And a detective can be too sure. With *one-sided label smoothing* it is told "real" only with
/// the share a, which is `realLabel`; the rest of the label says "forged". A real example then
/// costs
///
///     a (-log D) + (1 - a) (-log(1 - D))
///
/// and forgeries cost what they did. With a = 1 all is as before.
///
///     discriminatorSlopes(realLogits: [0, 0], forgedLogits: [0], realLabel: 1)
///     // real [-0.25, -0.25], forged [0.5]
///     discriminatorSlopes(realLogits: [0, 0], forgedLogits: [0], realLabel: 0.75)
///     // real [-0.125, -0.125], forged [0.5]
///
/// - Parameters:
///   - realLogits: s for real examples, at least one.
///   - forgedLogits: s for forgeries, at least one.
///   - realLabel: a, from 0.5 to 1.
/// - Returns: the slope of the loss by each real logit, and by each forged one.
public func discriminatorSlopes(
  realLogits: [Float], forgedLogits: [Float], realLabel: Float
) -> (real: [Float], forged: [Float]) {
  todo()
}
