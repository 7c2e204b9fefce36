import ExerciseKit
import MiniTensor

/// Exercise 5.4 - A whole training step.                                     *** 40 minutes
///
/// One step of gradient descent for a network with one hidden layer. Forward:
///
///     hidden = tanh(x W1 + b1)          logits = hidden W2 + b2
///     loss   = mean over the batch of -log softmax(logits)[label]
///
/// Backward: the blame D2 of the logits, then the blame D1 of the hidden sums, then
///
///     slope of W2 = hidden^T D2     slope of b2 = column sums of D2
///     slope of W1 = x^T D1          slope of b1 = column sums of D1
///
/// Then every number moves by -learningRate times its slope. All slopes belong to the network
/// as it was: compute the four of them first, and move afterwards.
///
/// Write it yourself: the library's `Variable`, `backward` and `SGD` earn nothing here.
///
/// - Parameters:
///   - input: x, [batch, inputs].
///   - labels: the right class of each row.
///   - hiddenWeights: W1, [inputs, hidden].
///   - hiddenBias: b1, [hidden].
///   - outputWeights: W2, [hidden, classes].
///   - outputBias: b2, [classes].
///   - learningRate: the length of the step.
/// - Returns: the four tensors after the step.
public func trainingStep(
  input: Tensor, labels: [Int], hiddenWeights: Tensor, hiddenBias: Tensor,
  outputWeights: Tensor, outputBias: Tensor, learningRate: Float
) -> (hiddenWeights: Tensor, hiddenBias: Tensor, outputWeights: Tensor, outputBias: Tensor) {
  todo()
}
