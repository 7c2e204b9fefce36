import Datasets
import MiniTensor

/// One thousand handwritten digits to learn from, and the others to be tested on.
///
/// The bundled 5,000 digits of MNIST are drawn anew: each stream of random numbers has its own
/// thousand, a hundred of each digit.
struct ThousandDigits: Sendable {
  let train: ImageSet  // 1,000
  let test: ImageSet  // 4,000

  /// Draws the thousand.
  init(_ mnist: TrainTest<ImageSet>, using generator: inout RandomGenerator) {
    let parts = mnist.train.joined(with: mnist.test)
      .stratifiedSplit(testShare: 0.8, using: &generator)
    train = parts.train
    test = parts.test
  }
}

extension ImageSet {
  /// The images of both sets.
  func joined(with other: ImageSet) -> ImageSet {
    ImageSet(
      images: Tensor.concatenate([images, other.images], axis: 0), labels: labels + other.labels,
      classNames: classNames, height: height, width: width, pixelRange: pixelRange)
  }
}

/// The share of rows whose largest score is the label's, from 0 to 1.
func accuracy(_ scores: Tensor, _ labels: [Int]) -> Double {
  Double(zip(scores.argmax(axis: 1), labels).count { $0 == $1 }) / Double(labels.count)
}
