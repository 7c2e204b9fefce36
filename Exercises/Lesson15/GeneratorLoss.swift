import ExerciseKit
import Foundation

/// Exercise 15.2 - The generator's loss, first half.                   ** 20 minutes
///
/// The non-saturating loss: the forger wants the detective to say "real" of its forgeries.
///
///     L = mean of -log D(G(z)),   D = sigmoid(s)
///
/// As in 15.1 nothing may overflow: -log sigmoid(s) = max(-s, 0) + log(1 + e^-abs(s)).
///
///     generatorLoss(forgedLogits: [0])          // log 2 = 0.6931
///     generatorLoss(forgedLogits: [-100])       // 100: caught, and it hurts
///
/// Write both halves yourself: the library's `binaryCrossEntropy` earns nothing here.
///
/// - Parameter forgedLogits: what the detective's network says of the forgeries, at least one.
public func generatorLoss(forgedLogits: [Float]) -> Float {
  todo()
}

/// Exercise 15.2 - The generator's loss, second half.
///
/// How the loss changes with each logit: what the detective hands back to the forger. Derive it
/// from the formula above. Far from 0 it is nearly 0 on the side of success and nearly -1 / n on
/// the side of failure; the loss it replaces, log(1 - D), had it the other way round.
///
///     generatorLossGradient(forgedLogits: [0, 0])         // [-0.25, -0.25]
///
/// - Parameter forgedLogits: the logits of n forgeries, at least one.
/// - Returns: dL/ds for each of them.
public func generatorLossGradient(forgedLogits: [Float]) -> [Float] {
  todo()
}
