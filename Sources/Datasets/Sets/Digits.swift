import Foundation

/// Handwritten digits in 8 x 8 pixels (UCI's optdigits): 3,823 to train, 1,797 to test.
///
/// Each pixel counts the black points in a block of 4 x 4 of the scanned digit, so the file has
/// whole numbers 0...16. Thirty people wrote the training digits, thirteen others the test digits:
/// a good test result means that the model reads writers it has never seen. The test digits are the
/// same, in the same order, as `load_digits` of scikit-learn.
///
/// Published, nearest neighbours by Euclidean distance: 98.00 % (k = 1), 97.83 (3), 97.89 (5).
///
/// Source: E. Alpaydin and C. Kaynak, "Cascading classifiers", Kybernetika 34(4), 369-374 (1998).
/// Terms: `Resources/LICENSES.md`.
public enum Digits {
  /// The values of an empty and of a full pixel in the file.
  public static let storedRange: ClosedRange<Float> = 0...16

  /// Loads the digits: `train.images` `[3823, 64]`, `test.images` `[1797, 64]`.
  ///
  /// - Parameter pixels: the values of an empty and of a full pixel; `Digits.storedRange` to have
  ///   the counts 0...16 as they are in the file.
  /// - Throws: `DataError` when a bundled file is absent or damaged.
  public static func load(pixels: ClosedRange<Float> = 0...1) throws -> TrainTest<ImageSet> {
    try TrainTest(
      directory: Bundled.url("optdigits"), classNames: (0...9).map(String.init),
      storedRange: storedRange, pixels: pixels)
  }
}
