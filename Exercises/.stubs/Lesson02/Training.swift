import ExerciseKit

/// Exercise 2.3 - Train until it is right.                             ** 25 minutes
///
/// Begin with weights 0 and bias 0. Show the examples one after the other, in the order given. When
/// the neuron answers wrongly, count a mistake and move the weights at once. Such a round is an
/// epoch. Stop after the first epoch without a mistake, and in any case after `epochLimit` epochs.
///
/// What the neuron answers and how it moves come as functions, so this exercise is about the loop:
///
///     let answer = predict(weights, bias, x[i])
///     (weights, bias) = update(weights, bias, x[i], labels[i], answer)
///
/// With x = [[1], [3]], labels = [-1, +1] and a rule with eta = 0.5 the mistakes are
/// [2, 1, 2, 1, 1, 0], and the neuron ends with weights [1] and bias -3.
///
/// - Parameters:
///   - x: the examples, all with the same number of features; at least one.
///   - labels: the right answers, -1 or +1, one an example.
///   - epochLimit: the largest number of epochs, at least 1.
///   - predict: the neuron's answer, -1 or +1, from its weights, its bias and one example.
///   - update: the new weights and bias, from the old ones, the example, its label and the answer.
/// - Returns: the weights and bias at the end, and the mistakes of every epoch that was run.
public func trained(
  on x: [[Float]], labels: [Float], epochLimit: Int,
  predict: (_ weights: [Float], _ bias: Float, _ x: [Float]) -> Float,
  update: (_ weights: [Float], _ bias: Float, _ x: [Float], _ label: Float, _ predicted: Float)
    -> (weights: [Float], bias: Float)
) -> (weights: [Float], bias: Float, mistakes: [Int]) {
  todo()
}
