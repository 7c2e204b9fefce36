/// Principal component analysis (PCA): the directions in which the rows of a table vary most.
///
///     let pca = PrincipalComponents(fitting: training)
///     let codes = pca.encode(rows, size: 2)      // [rows, columns] -> [rows, 2]
///     let rebuilt = pca.decode(codes)            // -> [rows, columns]
///
/// No other linear code of k numbers rebuilds the rows it was fitted to with a smaller squared
/// error; the error is the sum of the variances that were left out.
///
/// Source: K. Pearson, Phil. Mag. 2 (1901); H. Hotelling, J. Educ. Psychol. 24 (1933).
public struct PrincipalComponents: Sendable, Equatable {
  /// The mean of each column: `[columns]`.
  public let mean: Tensor

  /// The directions, one a row, that of the greatest variance first: `[columns, columns]`.
  public let directions: Tensor

  /// The variance of the rows along each direction (divided by n): `[columns]`.
  public let variances: Tensor

  /// Finds the directions of the rows.
  ///
  /// **Shape** `[rows, columns]`. Traps when there is no row, and on numbers that are not finite.
  /// Complexity: O(rows · columns²), then `symmetricEigenvectors()`.
  public init(fitting rows: Tensor) {
    guard rows.rank == 2, rows.shape[0] > 0 else {
      misuse("PrincipalComponents", "cannot be fitted to a tensor of shape \(rows.shape)")
    }
    if let strange = rows.scalars.first(where: { !$0.isFinite }) {
      misuse("PrincipalComponents", "the rows hold \(strange): expected finite numbers")
    }
    mean = rows.mean(axis: 0)
    let centred = rows - mean
    let covariance = centred.matmul(centred, transposingSelf: true) / Float(rows.shape[0])
    let (values, vectors) = covariance.symmetricEigenvectors()
    directions = vectors
    variances = values.relu()  // rounding may leave a -1e-9
  }

  /// The coordinates of rows along the first directions.
  ///
  /// **Shape** `[rows, columns] -> [rows, size]`. Traps unless `size` is at most the columns.
  public func encode(_ rows: Tensor, size: Int) -> Tensor {
    guard (0...directions.shape[0]).contains(size) else {
      misuse("encode", "a code of \(size) numbers for \(directions.shape[0]) columns")
    }
    guard rows.rank == 2, rows.shape[1] == mean.count else {
      misuse("encode", "rows of shape \(rows.shape): expected [rows, \(mean.count)]")
    }
    return (rows - mean).matmul(directions.rows(0..<size), transposingOther: true)
  }

  /// The rows with these coordinates.
  ///
  /// **Shape** `[rows, size] -> [rows, columns]`.
  public func decode(_ codes: Tensor) -> Tensor {
    guard codes.rank == 2, codes.shape[1] <= mean.count else {
      misuse(
        "decode", "codes of shape \(codes.shape): expected [rows, size], size 0 to \(mean.count)")
    }
    return codes.matmul(directions.rows(0..<codes.shape[1])) + mean
  }
}
