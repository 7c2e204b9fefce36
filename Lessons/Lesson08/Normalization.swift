import MiniTensor

/// Brings every column to mean 0 and standard deviation 1, by what the training rows say.
///
///     z = (x - mu) / sigma        mu, sigma: of the training rows only
///
/// Applied to the validation and test rows, it uses the same mu and sigma: those rows stand for
/// cars that nobody has seen yet, and of an unseen car one knows no mean.
struct Normalization: Sendable {
  let mean: Tensor  // [columns]
  let deviation: Tensor  // [columns]

  /// Learns mean and standard deviation of each column of the training rows, `[rows, columns]`.
  init(of training: Tensor) {
    mean = training.mean(axis: 0)
    // A column that never changes has nothing to scale.
    deviation = training.variance(axis: 0).squareRoot().map { $0 > 0 ? $0 : 1 }
  }

  /// **Shape** `[rows, columns]` -> the same.
  func callAsFunction(_ features: Tensor) -> Tensor {
    (features - mean) / deviation
  }
}
