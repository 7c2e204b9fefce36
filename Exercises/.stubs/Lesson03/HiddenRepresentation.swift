import ExerciseKit

/// Exercise 3.5 - The hidden representation.                              ** 25 minutes
///
/// Compute what a hidden layer of threshold units makes of each input (its *code*), and say
/// whether the layer has gone wrong for good: whether two inputs with different labels got the
/// same code. Then no output unit can tell them apart, whatever its weights.
///
///     code[k] = 1 when weights[k] . input + biases[k] > 0, else 0
///
/// For the XOR network of the lesson the inputs 01 and 10 share the code [1, 0], which does no
/// harm, for they have the same label:
///
///     hiddenRepresentation(
///       inputs: [[0, 1], [1, 0]], labels: [1, 1], weights: [[1, 1], [1, 1]], biases: [-0.5, -1.5])
///     // codes [[1, 0], [1, 0]], mixesLabels false
///
/// - Parameters:
///   - inputs: [examples][inputs]
///   - labels: one an example, any whole numbers.
///   - weights: [hidden units][inputs]
///   - biases: [hidden units]
/// - Returns: `codes` [examples][hidden units], and `mixesLabels`.
public func hiddenRepresentation(
  inputs: [[Float]], labels: [Int], weights: [[Float]], biases: [Float]
) -> (codes: [[Float]], mixesLabels: Bool) {
  todo()
}
