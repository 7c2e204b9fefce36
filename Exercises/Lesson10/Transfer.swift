import ExerciseKit
import MiniTensor

/// Exercise 10.5 - Freeze and replace the head, first half.                         ** 30 minutes
///
/// A network of dense layers is a list of weights and biases, from the first layer to the last:
/// `[W1, b1, W2, b2, ...]`, each W `[inputs, outputs]` and each b `[outputs]`, with a ReLU between
/// the layers. The last layer is the head: it says which class. For a new task with other classes
/// it is of no use; all below it may be.
///
/// Keep all but the head, and put a new head there. Its weights and biases begin at 0. (For a head
/// that is harmless: its units get different slopes from the first step on, since their labels
/// differ. And as long as it is 0, it sends no nonsense down to the good layers below.)
///
///     withNewHead([W1, b1, W2, b2], classes: 3)      // [W1, b1, zeros, zeros]
///     // for W2 of shape [20, 10]: zeros of shape [20, 3] and [3]
///
/// - Parameters:
///   - weights: the trained network, one layer at least.
///   - classes: how many the new task has.
/// - Returns: the new network, in the same order.
public func withNewHead(_ weights: [Tensor], classes: Int) -> [Tensor] {
  todo()
}

/// Exercise 10.5 - Freeze and replace the head, second half.
///
/// One step of plain gradient descent on the mean softmax cross-entropy, in which the first
/// `frozenLayers` layers stay as they are. They still compute; they only do not learn. With 0
/// everything learns, as in fine-tuning. With all layers but the head it is learning on frozen
/// features.
///
/// Use what you know: `Variable`, `relu()`, `softmaxCrossEntropy(logits:labels:)` and `backward()`
/// of the library do the derivatives.
///
///     w <- w - learningRate (slope of the loss by w)
///         for W and b of every layer that is not frozen
///
/// - Parameters:
///   - weights: `[W1, b1, W2, b2, ...]`, as above.
///   - x: the examples, `[batch, inputs]`.
///   - labels: the right class of each.
///   - learningRate: the length of the step.
///   - frozenLayers: how many layers from the front do not learn; fewer than there are.
/// - Returns: the weights after the step, in the same order.
public func trainingStep(
  _ weights: [Tensor], x: Tensor, labels: [Int], learningRate: Float, frozenLayers: Int
) -> [Tensor] {
  todo()
}
