import ExerciseKit
import Foundation
import MiniTensor

/// Exercise 11.4 - Clip by norm.                                       * 15 minutes
///
/// A leash for gradients. Take all gradients of a network together as one long vector, and measure
/// its length. When it is longer than `limit`, make it exactly that long; its direction stays.
/// Otherwise change nothing.
///
///     length = sqrt(sum of the squares of all numbers of all gradients)
///     g <- g limit / length        if length > limit
///
///     let gradients = [Tensor([3]), Tensor([4])]
///     clipped(gradients, toNorm: 1)    // length 5: gradients [0.6] and [0.8]
///     clipped(gradients, toNorm: 6)    // length 5: gradients [3] and [4]
///
/// The leash is for gradients that explode, and the square of 1e20 is more than a Float can hold:
/// add up the squares in Double. Write the length yourself: the library's `clipGradients` and
/// `gradientNorm` earn nothing here.
///
/// - Parameters:
///   - gradients: one tensor for each parameter, of any shapes.
///   - limit: the greatest length allowed, above 0.
/// - Returns: the new gradients, and the length before clipping.
public func clipped(
  _ gradients: [Tensor], toNorm limit: Float
) -> (gradients: [Tensor], length: Float) {
  todo()
}
