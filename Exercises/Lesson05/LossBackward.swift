import ExerciseKit
import MiniTensor

/// Exercise 5.3 - Back through softmax and cross-entropy.                     ** 20 minutes
///
/// The loss is the mean over the batch of -log p_label, where p = softmax(logits). Its derivative
/// with respect to the logits z is what the network believed, minus what is true:
///
///     dL/dz = (softmax(z) - truth) / batch      truth: 1 at the label of each row, else 0
///
/// `Tensor` has `softmax(axis:)` since lesson 04 and `Tensor.oneHot(_:classes:)`; use them.
///
///     lossBackward(logits: Tensor([[0, 0]]), labels: [1])     // [[0.5, -0.5]]
///
/// Write it yourself: the library's `Variable`, `backward` and `softmaxCrossEntropy` earn nothing
/// here.
///
/// - Parameters:
///   - logits: z, the scores, [batch, classes].
///   - labels: the right class of each row.
/// - Returns: dL/dz, [batch, classes].
public func lossBackward(logits: Tensor, labels: [Int]) -> Tensor {
  todo()
}
