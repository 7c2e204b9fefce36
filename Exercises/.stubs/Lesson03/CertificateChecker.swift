import ExerciseKit

/// Exercise 3.1 - The certificate checker.                               ** 20 minutes
///
/// A neuron with weights w and bias b is asked for the answers `labels` on the `inputs`. Demand i
/// reads
///
///     labels[i] * (w . inputs[i] + b) >= 1          labels[i] is -1 or +1
///
/// Say whether the multipliers prove that *no* weights and bias meet all the demands. They do when
///
/// 1. no multiplier is negative, and at least one is positive;
/// 2. in the sum of the multiplied demands every weight cancels;
/// 3. the bias cancels too.
///
/// Then the sum reads `0 >= the sum of the multipliers`, which is false. For XOR:
///
///     isCertificate(
///       multipliers: [1, 1, 1, 1], inputs: [[0, 0], [0, 1], [1, 0], [1, 1]],
///       labels: [-1, 1, 1, -1])
///     // true
///
/// - Parameters:
///   - multipliers: one whole number a demand.
///   - inputs: one list a demand, all equally long, of any whole numbers; at least one demand.
///   - labels: -1 or +1, one a demand.
/// - Returns: whether the multipliers are such a proof.
public func isCertificate(multipliers: [Int], inputs: [[Int]], labels: [Int]) -> Bool {
  todo()
}
