import ExerciseKit

/// Exercise 4.5 - Fold the line.                                              *** 30 minutes
///
/// The tent map folds the interval [0, 1] in the middle:
///
///     T(x) = 2x for x <= 1/2, and 2 - 2x above
///
/// Write down the weights of a network that folds k times: it computes T(T(...T(x))). It has k
/// hidden layers of two ReLUs each, and an output layer of one neuron without activation.
///
/// In the first layer let one neuron compute relu(x) and the other relu(x - 1/2). With which two
/// numbers must the next layer weigh them to see T(x)? Whoever reads a tent does that with its own
/// input weights, so a fold costs two neurons and nothing else.
///
/// - Parameter folds: k, at least 1.
/// - Returns: the layers in the order of the signal, k hidden ones and the output: weights
///   [inputs][outputs] as in exercise 4.1, of shapes [1, 2], then k - 1 times [2, 2], then [2, 1],
///   each with one bias a neuron.
public func tentNetwork(folds: Int) -> [(weights: [[Float]], bias: [Float])] {
  todo()
}
