import ExerciseKit

/// Exercise 18.2 - Energy, first half.                                 ** 20 minutes
///
/// The energy of a state, with a bias for each unit. Each pair counts once:
///
///     E = -(sum over pairs i < j of w_ij s_i s_j) - sum_i b_i s_i
///
///     energy(of: [1, -1, 1], weights: [[0, 2, 1], [2, 0, -1], [1, -1, 0]], biases: [0.5, 0, 0])
///     // pairs: -2 + 1 + 1 = 0; biases: 0.5; so -0.5
///
/// - Parameters:
///   - state: -1 or +1 for each unit.
///   - weights: symmetric, a row a unit; what stands on the diagonal does not count.
///   - biases: one for each unit.
/// - Returns: E.
public func energy(of state: [Float], weights: [[Float]], biases: [Float]) -> Float {
  todo()
}

/// Exercise 18.2 - Energy, second half.
///
/// By how much the energy changes when one unit turns over. Only terms with that unit change, so no
/// other needs to be looked at:
///
///     E after - E before = 2 s_k (b_k + sum over j != k of w_kj s_j)
///
///     energyChange(
///       flipping: 1, in: [1, -1, 1], weights: [[0, 2, 1], [2, 0, -1], [1, -1, 0]],
///       biases: [0.5, 0, 0])
///     // unit 1 hears 2 - 1 = 1, and 2 * (-1) * 1 = -2
///
/// - Parameters:
///   - unit: k, the one that turns over.
///   - state: the state before.
///   - weights: symmetric, a row a unit; what stands on the diagonal does not count.
///   - biases: one for each unit.
/// - Returns: the change.
public func energyChange(
  flipping unit: Int, in state: [Float], weights: [[Float]], biases: [Float]
) -> Float {
  todo()
}
