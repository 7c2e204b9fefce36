import ExerciseKit
import Foundation

/// Exercise 15.5 - The mode counter.                                   ** 20 minutes
///
/// Real data are a mixture of round Gaussians. A forgery is *good* when its distance from some
/// centre is at most three standard deviations. A mode is *found* when at least one forgery is good
/// for it.
///
///     countModes(
///       points: [[0, 0.25], [0.1, 0], [5, 5], [4, 0]],
///       centres: [[0, 0], [4, 0], [0, 4]], deviation: 0.1)
///     // found 2 (the first and the second), good 0.75: three of four points
///
/// The distance is the Euclidean one, in as many dimensions as the points have. A point that is
/// good for two overlapping modes finds both, and is one good point.
///
/// - Parameters:
///   - points: the forgeries; there may be none, and then nothing is found and the share is 0.
///   - centres: the middles of the modes, as long as the points.
///   - deviation: the standard deviation of each Gaussian, in every direction.
/// - Returns: how many modes are found, and the share of good points.
public func countModes(
  points: [[Float]], centres: [[Float]], deviation: Float
) -> (found: Int, good: Float) {
  todo()
}
