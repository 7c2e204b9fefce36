import Foundation

/// MNIST: handwritten digits in 28 x 28 pixels; a subset ships, the full set can be read from
/// files.
///
/// Half of the digits were written by employees of the US Census Bureau, half by high-school
/// pupils. A pixel is a grey value 0...255, 0 for paper and 255 for ink.
///
/// Source: Y. LeCun, L. Bottou, Y. Bengio and P. Haffner, "Gradient-based learning applied to
/// document recognition", Proceedings of the IEEE 86(11), 2278-2324 (1998). Terms:
/// `Resources/LICENSES.md`.
public enum MNIST {
  /// Loads the subset: 400 of each digit to train, `[4000, 784]`, and 100 of each to test, `[1000,
  /// 784]`.
  ///
  /// The digits come in the order 0, 1, ..., 9, 0, 1, ... The split is this course's own,
  /// so its figures cannot be compared with those published for the full set of 60,000 and 10,000.
  ///
  /// - Parameter pixels: the values of an empty and of a full pixel.
  /// - Throws: `DataError` when a bundled file is absent or damaged.
  public static func load(pixels: ClosedRange<Float> = 0...1) throws -> TrainTest<ImageSet> {
    try load(from: Bundled.url("mnist"), pixels: pixels)
  }

  /// Loads the four files of the full set, or of any set in its format with ten classes.
  ///
  /// - Parameters:
  ///   - directory: holds `train-images-idx3-ubyte`, `train-labels-idx1-ubyte`,
  ///     `t10k-images-idx3-ubyte` and `t10k-labels-idx1-ubyte`, uncompressed.
  ///   - pixels: the values of an empty and of a full pixel.
  /// - Throws: `DataError` when a file is absent or damaged.
  public static func load(
    from directory: URL, pixels: ClosedRange<Float> = 0...1
  ) throws -> TrainTest<ImageSet> {
    try TrainTest(directory: directory, classNames: (0...9).map(String.init), pixels: pixels)
  }
}
