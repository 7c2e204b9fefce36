import ExerciseKit
import Foundation

/// Exercise 15.3 - The optimal discriminator, first half.              ** 25 minutes
///
/// Examples lie at a few places. Real ones lie at place i with probability p_i, forgeries with
/// probability q_i. Find the answer D_i at each place that makes largest
///
///     V = sum_i  p_i log D_i + q_i log(1 - D_i)
///
/// Each place is a problem of its own: set the derivative by D_i to 0. Where neither real examples
/// nor forgeries ever lie, answer 0.5.
///
///     optimalDiscriminator(real: [0.75, 0.25, 0], forged: [0.25, 0.25, 0.5])    // [0.75, 0.5, 0]
///
/// - Parameters:
///   - real: p, probabilities that add up to 1.
///   - forged: q, as many, adding up to 1.
public func optimalDiscriminator(real: [Float], forged: [Float]) -> [Float] {
  todo()
}

/// Exercise 15.3 - The optimal discriminator, second half.
///
/// The value of the game for any detective, V as above. A place where p_i = 0 adds nothing to the
/// first sum whatever D_i is, and one where q_i = 0 nothing to the second: read 0 log 0 as 0.
///
///     gameValue(real: [0.5, 0.5], forged: [0.5, 0.5], discriminator: [0.5, 0.5])
///     // -log 4 = -1.3863
///     gameValue(real: [1, 0], forged: [0, 1], discriminator: [1, 0])
///     // 0: all are caught
///
/// - Parameters:
///   - real: p, probabilities that add up to 1.
///   - forged: q, as many, adding up to 1.
///   - discriminator: D, as many, from 0 to 1; never 0 where p_i > 0, though it may be as small as
///     1e-12, and never 1 where q_i > 0.
public func gameValue(real: [Float], forged: [Float], discriminator: [Float]) -> Float {
  todo()
}
