import Foundation

/// Fashion-MNIST: ten kinds of clothes in 28 x 28 pixels, harder than digits in the same format.
///
/// A pixel is a grey value 0...255, 0 for the background.
///
/// Source: H. Xiao, K. Rasul and R. Vollgraf, arXiv 1708.07747 (2017), copyright Zalando SE. Terms:
/// `Resources/LICENSES.md`.
public enum FashionMNIST {
  /// The ten kinds, in the order of the labels.
  public static let classNames = [
    "T-shirt", "trouser", "pullover", "dress", "coat", "sandal", "shirt", "sneaker", "bag", "boot",
  ]

  /// Loads the subset: of each kind 600 to train, `[6000, 784]`, and 100 to test, `[1000, 784]`.
  ///
  /// The training images are from the full set's training images, the test images from its test
  /// images. Five nearest neighbours reach 0.812 on it.
  ///
  /// - Parameter pixels: the values of an empty and of a full pixel.
  /// - Throws: `DataError` when a bundled file is absent or damaged.
  public static func load(pixels: ClosedRange<Float> = 0...1) throws -> TrainTest<ImageSet> {
    try load(from: Bundled.url("fashion-mnist"), pixels: pixels)
  }

  /// Loads the four files of the full set; see `MNIST.load(from:pixels:)`.
  public static func load(
    from directory: URL, pixels: ClosedRange<Float> = 0...1
  ) throws -> TrainTest<ImageSet> {
    try TrainTest(directory: directory, classNames: classNames, pixels: pixels)
  }
}
