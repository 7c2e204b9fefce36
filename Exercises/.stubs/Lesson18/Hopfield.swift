import ExerciseKit

/// Exercise 18.1 - Hebb's rule and recall, first half.                 ** 25 minutes
///
/// Store patterns of -1 and +1 in the weights between N units:
///
///     w_ij = (1/N) sum over patterns of x_i x_j        w_ii = 0
///
///     hebbianWeights(patterns: [[1, 1, -1, -1], [1, -1, 1, -1]])
///     // [[0, 0, 0, -0.5], [0, 0, -0.5, 0], [0, -0.5, 0, 0], [-0.5, 0, 0, 0]]
///
/// - Parameter patterns: at least one, each of N numbers, N at least 1.
/// - Returns: N rows of N weights.
public func hebbianWeights(patterns: [[Float]]) -> [[Float]] {
  todo()
}

/// Exercise 18.1 - Hebb's rule and recall, second half.
///
/// One sweep: each unit named in `order`, one after the other, turns to the sign of its field
/// `h_i = sum_j w_ij s_j`. A unit whose field is 0 stays as it is. The next unit already hears the
/// new state.
///
///     recalled([1, -1, 1], weights: [[0, 1, 0], [1, 0, 0.5], [0, 0.5, 0]], order: [1, 0, 2])
///     // unit 1 hears 1 + 0.5 and turns up; unit 0 then hears 1, unit 2 hears 0.5: [1, 1, 1]
///
/// - Parameters:
///   - state: -1 or +1 for each unit.
///   - weights: a row a unit.
///   - order: which units look, in which order; some may be absent, and some may come twice.
/// - Returns: the state afterwards.
public func recalled(_ state: [Float], weights: [[Float]], order: [Int]) -> [Float] {
  todo()
}
