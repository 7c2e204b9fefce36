import ExerciseKit
import MiniTensor

// Exercise 6.5 - Logistic regression as a graph.                            *** 35 minutes
//
// `Tensor` in ten minutes: docs/en/tensors.md.
//
// One neuron answers with a probability, sigmoid(z) with z = x W + b. You write its loss as a
// formula of MiniTensor's `Variable`, so that `backward()` derives it, and the loop that makes the
// loss small. The library's cross-entropy and optimizers are what you replace.
//
// Write it yourself: the library's `binaryCrossEntropy`, `softmaxCrossEntropy`, `SGD`, `Adam`,
// `AdamW` and `RMSProp` earn nothing here.

/// How surprised the neuron is by the targets: the mean cross-entropy.
///
///     z = x W + b                                      [batch, 1]
///     loss = mean of log(1 + e^z) - t z
///
/// The first part is the `softplus` of z. MiniTensor's does not overflow; e^1000 would. Mind the
/// shapes: `z` is [batch, 1] and `targets` is [batch], and their product would be [batch, batch].
/// - Parameters:
///   - features: x, `[batch, features]`.
///   - targets: t, each 0 or 1, `[batch]`.
///   - weights: W, `[features, 1]`.
///   - bias: b, `[1]`.
/// - Returns: a single number that remembers how it was computed.
public func logisticLoss(
  features: Tensor, targets: Tensor, weights: Variable, bias: Variable
) -> Variable {
  todo()
}

/// Learns: so many steps downhill from weights and bias 0.
///
/// In every step compute the loss, note it, call `backward()`, and move weights and bias against
/// their gradients, each by `learningRate` times the gradient. `backward()` *adds* to the gradients
/// that are there already.
/// - Parameters:
///   - features: x, `[batch, features]`.
///   - targets: t, each 0 or 1, `[batch]`.
///   - steps: how many, at least 0.
///   - learningRate: eta.
///   - loss: the loss of the given features, targets, weights and bias, as a graph.
/// - Returns: the weights `[features, 1]` and the bias at the end, and the loss before each step.
public func trained(
  features: Tensor, targets: Tensor, steps: Int, learningRate: Float,
  loss: (_ features: Tensor, _ targets: Tensor, _ weights: Variable, _ bias: Variable) -> Variable
) -> (weights: Tensor, bias: Float, losses: [Float]) {
  todo()
}
