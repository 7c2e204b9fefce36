import ExerciseKit
import Foundation

/// Exercise 18.5 - Free energy, first half.                            ** 25 minutes
///
/// How likely a restricted machine finds a picture, all states of its hidden units taken together:
///
///     F(v) = -sum_i a_i v_i - sum_j softplus(b_j + sum_i v_i W_ij)
///         softplus(x) = log(1 + e^x)
///
/// x may be in the hundreds, where e^x is infinite. softplus(x) = max(x, 0) + log(1 + e^(-abs(x)))
/// never is.
///
///     freeEnergy(of: [1, 0], weights: [[2], [5]], visibleBiases: [0.5, 1], hiddenBiases: [-2])
///     // -0.5 - softplus(0) = -0.5 - log 2 = -1.1931
///
/// - Parameters:
///   - visible: v, 0 or 1 each.
///   - weights: W, a row a visible unit, a column a hidden one.
///   - visibleBiases: a.
///   - hiddenBiases: b.
/// - Returns: F.
public func freeEnergy(
  of visible: [Float], weights: [[Float]], visibleBiases: [Float], hiddenBiases: [Float]
) -> Float {
  todo()
}

/// Exercise 18.5 - Free energy, second half.
///
/// From the free energies of *all* pictures to their probabilities:
///
///     p_k = e^(-F_k) / Z        Z = sum_k e^(-F_k)
///
/// Free energies may be in the hundreds, of either sign. A number that is added to all of them
/// changes no probability; so first make the least of them 0.
///
///     probabilities(freeEnergies: [1, 0, 1])     // [0.2119, 0.5761, 0.2119]
///
/// - Parameter freeEnergies: F, one for each picture; at least one.
/// - Returns: p, adding up to 1.
public func probabilities(freeEnergies: [Float]) -> [Float] {
  todo()
}
