import ExerciseKit
import Foundation
import MiniTensor

/// Exercise 4.4 - How wrong? Cross-entropy from the logits.                   ** 25 minutes
///
/// The loss of one example is how surprised the network is at the right answer, -log p_label. For a
/// batch it is the mean.
///
///     loss = -log p_label = log(e^(z_0) + e^(z_1) + ...) - z_label
///
/// Use the second form, with the largest score m taken out of the sum:
///
///     log(e^(z_0) + e^(z_1) + ...) = m + log(e^(z_0 - m) + e^(z_1 - m) + ...)
///
/// The first form fails where it matters most: when the network is sure and wrong, p_label rounds
/// to 0 and its logarithm is minus infinity.
///
///     crossEntropy(logits: Tensor([[0, 0]]), labels: [1])        // log 2 = 0.6931
///     crossEntropy(logits: Tensor([[200, 0]]), labels: [1])      // 200
///
/// Write it yourself: the library's `softmax`, `logSoftmax`, `logSumExp` and
/// `softmaxCrossEntropy` earn nothing here.
///
/// - Parameters:
///   - logits: the scores, [batch, classes], at least one row.
///   - labels: the right class of each row, from 0.
/// - Returns: the mean loss in nats.
public func crossEntropy(logits: Tensor, labels: [Int]) -> Float {
  todo()
}
