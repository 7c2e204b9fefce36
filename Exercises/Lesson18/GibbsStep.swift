import ExerciseKit
import Foundation

/// Exercise 18.3 - A Gibbs step, first half.                           ** 25 minutes
///
/// The chances of all hidden units of a restricted machine, given the visible ones:
///
///     p_j = sigmoid(b_j + sum_i v_i W_ij)
///
///     hiddenChances(visible: [1, 0], weights: [[2, -1], [5, 5]], biases: [-2, 1])
///     // [0.5, 0.5]
///
/// - Parameters:
///   - visible: v, 0 or 1 for each visible unit.
///   - weights: W, a row a visible unit, a column a hidden one.
///   - biases: b, one for each hidden unit, at least one.
/// - Returns: p, one for each hidden unit.
public func hiddenChances(visible: [Float], weights: [[Float]], biases: [Float]) -> [Float] {
  todo()
}

/// Exercise 18.3 - A Gibbs step, second half.
///
/// From visible to hidden units, and back. Chance is handed in as numbers from 0 to 1, one a unit:
/// a unit is on where its number is *below* its chance. The way back uses the same weights the
/// other way round, and the *drawn* hidden units:
///
///     h_j = 1 if u_j < sigmoid(b_j + sum_i v_i W_ij), else 0
///     v_i = 1 if r_i < sigmoid(a_i + sum_j W_ij h_j), else 0
///
///     gibbsStep(
///       visible: [1, 0], weights: [[2, -1], [5, 5]],
///       visibleBiases: [0, -5], hiddenBiases: [-2, 1],
///       hiddenNumbers: [0.3, 0.7], visibleNumbers: [0.9, 0.4])
///     // chances 0.5, 0.5: hidden [1, 0].
///     // Back: sigmoid(2) = 0.88, sigmoid(0) = 0.5: visible [0, 1]
///
/// - Parameters:
///   - visible: v, 0 or 1 each.
///   - weights: W, a row a visible unit, a column a hidden one.
///   - visibleBiases: a.
///   - hiddenBiases: b.
///   - hiddenNumbers: u, one for each hidden unit.
///   - visibleNumbers: r, one for each visible unit.
/// - Returns: h and the new v.
public func gibbsStep(
  visible: [Float], weights: [[Float]], visibleBiases: [Float], hiddenBiases: [Float],
  hiddenNumbers: [Float], visibleNumbers: [Float]
) -> (hidden: [Float], visible: [Float]) {
  todo()
}
