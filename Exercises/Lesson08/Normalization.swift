import ExerciseKit
import Foundation

/// Exercise 8.2 - Normalise with training statistics.                  ** 20 minutes
///
/// Bring every column to mean 0 and standard deviation 1. The mean and the deviation are those of
/// the training rows; the test rows are shifted and scaled by the same numbers.
///
///     mu    = mean of the column over the training rows
///     sigma = sqrt(mean of (x - mu)^2 over the training rows)        divided by n, not n - 1
///     z     = (x - mu) / sigma
///
/// A column that never changes in the training rows has sigma = 0: use 1 instead, so that the
/// training rows become 0.
///
///     normalised(training: [[1, 5], [3, 5]], test: [[4, 6]])
///     // training [[-1, 0], [1, 0]], test [[2, 1]]
///
/// - Parameters:
///   - training: the training rows, at least one, all equally long.
///   - test: the test rows, as long; there may be none.
/// - Returns: both, normalised.
public func normalised(
  training: [[Float]], test: [[Float]]
) -> (training: [[Float]], test: [[Float]]) {
  todo()
}
