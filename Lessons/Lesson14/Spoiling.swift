import MiniTensor

/// Ways to spoil a picture, and the best straight repair.
enum Spoiling {
  /// Every pixel becomes 0 or 1, each with chance `rate` / 2, whatever it was: salt and pepper.
  static func saltAndPepper(
    _ images: Tensor, rate: Float, using generator: inout RandomGenerator
  ) -> Tensor {
    let draws = Tensor.uniform(images.shape, in: 0...1, using: &generator)
    let isKept = draws.greaterOrEqual(to: rate)
    let isInk = draws.less(than: rate / 2)
    return images * isKept + isInk
  }
}

/// The straight map that repairs best: least squares from spoiled to clean (lesson 02).
///
///     x^ = mean + (x~ - mean~) C~^-1 C        C~ = cov(x~, x~), C = cov(x~, x)
struct LinearRepair: Sendable {
  private let spoiledMean: Tensor
  private let cleanMean: Tensor
  private let weights: Tensor  // [pixels, pixels]

  init(spoiled: Tensor, clean: Tensor) {
    spoiledMean = spoiled.mean(axis: 0)
    cleanMean = clean.mean(axis: 0)
    let x = spoiled - spoiledMean
    let count = Float(spoiled.shape[0])
    let (values, vectors) =
      (matmul(x, x, transposingLeft: true) / count).symmetricEigenvectors()
    // The inverse of a symmetric matrix has the same eigenvectors, and the inverse eigenvalues.
    let inverse = matmul(vectors, vectors / values.reshaped(values.count, 1), transposingLeft: true)
    let shared = matmul(x, clean - cleanMean, transposingLeft: true) / count
    weights = matmul(inverse, shared)
  }

  func callAsFunction(_ spoiled: Tensor) -> Tensor {
    matmul(spoiled - spoiledMean, weights) + cleanMean
  }
}
