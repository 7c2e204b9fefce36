import ExerciseKit
import Foundation

/// Exercise 14.1 - PCA by power iteration, first half.                 ** 30 minutes
///
/// The direction in which a table varies most is the eigenvector of its covariance matrix with the
/// greatest eigenvalue. Multiply any vector by the matrix again and again, and it turns towards
/// that direction, since the matrix stretches that one most. Bring it back to length 1 after every
/// product, or it grows without bound.
///
///     v <- C v        v <- v / |v|        so many times
///     lambda = v . (C v)                  the variance along v, with the final v
///
///     powerIteration([[2, 1], [1, 2]], start: [1, 0], steps: 30)
///     // direction [0.707, 0.707], variance 3
///
/// Write it yourself: the library's `symmetricEigenvectors` and `PrincipalComponents` earn nothing
/// here.
///
/// - Parameters:
///   - covariance: C, a symmetric matrix, row by row, without negative eigenvalues.
///   - start: the first v, not zero, of any length.
///   - steps: how many products, at least 1.
/// - Returns: v, of length 1, and lambda.
public func powerIteration(
  _ covariance: [[Float]], start: [Float], steps: Int
) -> (direction: [Float], variance: Float) {
  todo()
}

/// Exercise 14.1 - PCA by power iteration, second half.
///
/// The matrix without the direction that was found. Power iteration on what remains finds the
/// second direction, and so on: this is called deflation.
///
///     C_ij <- C_ij - lambda v_i v_j
///
///     deflated([[2, 1], [1, 2]], direction: [0.6, 0.8], variance: 2.5)
///     // [[1.1, -0.2], [-0.2, 0.4]]
///
/// - Parameters:
///   - covariance: C, row by row.
///   - direction: v, of length 1.
///   - variance: lambda.
/// - Returns: the new matrix, row by row.
public func deflated(
  _ covariance: [[Float]], direction: [Float], variance: Float
) -> [[Float]] {
  todo()
}
