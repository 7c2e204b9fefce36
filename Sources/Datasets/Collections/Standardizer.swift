import MiniTensor

/// Brings each column to mean 0 and standard deviation 1, by the statistics of the training rows.
///
///     let standardize = Standardizer(fitting: parts.train.features)
///     let train = standardize(parts.train.features)
///     let test = standardize(parts.test.features)      // by the same mean and deviation
///
///     z = (x - mean) / standard deviation
///
/// Fitting on the test rows too would let the model know something about the rows it is judged by.
/// A column that never changes is only shifted to 0.
public struct Standardizer: Sendable, Equatable {
  /// The mean of each column of the training rows: `[columns]`.
  public let mean: Tensor

  /// The standard deviation of each column of the training rows (divided by n), or 1: `[columns]`.
  public let standardDeviation: Tensor

  /// Takes mean and standard deviation of each column of `training`, `[rows, columns]`.
  ///
  /// Traps when there is no row.
  public init(fitting training: Tensor) {
    guard training.rank == 2, training.shape[0] > 0 else {
      misuse("Standardizer", "cannot be fitted to a tensor of shape \(training.shape)")
    }
    // A column that never changes is its own mean: rounding must not give it a deviation.
    let (least, greatest) = (training.min(axis: 0), training.max(axis: 0))
    let changes = least.less(than: greatest)
    mean = training.mean(axis: 0) * changes + least * (1 - changes)
    let deviation = (training - mean).squared().mean(axis: 0).squareRoot()
    standardDeviation = deviation * changes + (1 - changes)
  }

  /// Applies the statistics of the training rows to any rows: `[rows, columns] -> [rows, columns]`.
  public func callAsFunction(_ features: Tensor) -> Tensor {
    (features - mean) / standardDeviation
  }
}
