import ExerciseKit
import Foundation

/// Exercise 15.1 - The discriminator's loss.                           * 15 minutes
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
