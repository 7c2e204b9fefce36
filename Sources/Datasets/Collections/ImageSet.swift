import Foundation
import MiniTensor

/// Grey images of one size, each with the class of what it shows.
///
///     let digits = try Digits.load()
///     digits.train.images                // [3823, 64], one image a row
///     digits.test.image(0)               // [8, 8]
///     digits.test.labels[0]              // 0
public struct ImageSet: ClassifiedSet, Equatable {
  /// The images, one a row, each row of pixels after the one above it: `[count, height * width]`.
  public let images: Tensor

  /// The class of each image, as an index into `classNames`.
  public let labels: [Int]

  /// The names of the classes.
  public let classNames: [String]

  /// How many pixels an image is high.
  public let height: Int

  /// How many pixels an image is wide.
  public let width: Int

  /// The value of an empty pixel, and of a full one.
  public let pixelRange: ClosedRange<Float>

  /// The same as `images`.
  public var features: Tensor { images }

  /// Puts a set together from its parts.
  ///
  /// Traps unless `images` is `[labels.count, height * width]` and every label has a class name.
  public init(
    images: Tensor, labels: [Int], classNames: [String], height: Int, width: Int,
    pixelRange: ClosedRange<Float>
  ) {
    guard images.shape == [labels.count, height * width] else {
      misuse(
        "ImageSet",
        "images of shape \(images.shape) for \(labels.count) labels and \(height) x \(width) pixels"
      )
    }
    if let label = labels.first(where: { !classNames.indices.contains($0) }) {
      misuse("ImageSet", "label \(label) for \(classNames.count) class names")
    }
    self.images = images
    self.labels = labels
    self.classNames = classNames
    self.height = height
    self.width = width
    self.pixelRange = pixelRange
  }

  /// The images with these numbers, in this order.
  public func rows(_ indices: [Int]) -> ImageSet {
    ImageSet(
      images: images.rows(indices), labels: indices.map { labels[$0] }, classNames: classNames,
      height: height, width: width, pixelRange: pixelRange)
  }

  /// One image.
  ///
  /// **Shape** `[height, width]`.
  public func image(_ index: Int) -> Tensor {
    images.row(index).reshaped(height, width)
  }
}

extension ImageSet {
  /// Reads images and their labels from IDX files.
  ///
  /// - Parameters:
  ///   - imageURL: a file of shape `[count, height, width]`.
  ///   - labelURL: a file of shape `[count]`.
  ///   - classNames: the names of the classes; the labels count from 0.
  ///   - storedRange: the values of an empty and of a full pixel in the file.
  ///   - pixels: the values these become.
  /// - Throws: `DataError` when a file is damaged, or when the two do not belong together.
  public init(
    images imageURL: URL, labels labelURL: URL, classNames: [String],
    storedRange: ClosedRange<Float> = 0...255, pixels: ClosedRange<Float> = 0...1
  ) throws {
    var images = try IDXFile(contentsOf: imageURL)
    let labels = try IDXFile(contentsOf: labelURL).labels(classCount: classNames.count)
    guard images.shape.count == 3 else {
      throw DataError(
        file: images.name, expected: "3 dimensions (count, height, width)",
        found: "\(images.shape.count)")
    }
    guard images.shape[0] == labels.count else {
      throw DataError(
        file: images.name,
        expected: "\(labels.count) images, one for each label in \(labelURL.lastPathComponent)",
        found: "\(images.shape[0])")
    }
    let (height, width) = (images.shape[1], images.shape[2])
    self.init(
      images: Tensor(
        images.takeScalars(from: storedRange, to: pixels), shape: [labels.count, height * width]),
      labels: labels, classNames: classNames, height: height, width: width, pixelRange: pixels)
  }
}

extension TrainTest<ImageSet> {
  /// Reads the four files of a data set in the layout of MNIST from one directory.
  ///
  /// - Parameters:
  ///   - directory: holds `train-images-idx3-ubyte`, `train-labels-idx1-ubyte`, and the same two
  ///     for `t10k` or `test`. Names with `.idx` in place of `-idx` are found too.
  ///   - classNames: the names of the classes.
  ///   - storedRange: the values of an empty and of a full pixel in the files.
  ///   - pixels: the values these become.
  init(
    directory: URL, classNames: [String], storedRange: ClosedRange<Float> = 0...255,
    pixels: ClosedRange<Float>
  ) throws {
    func url(_ parts: [String], _ kind: String) -> URL {
      let names = parts.flatMap {
        ["\($0)-\(kind)", "\($0)-\(kind)".replacing("-idx", with: ".idx")]
      }
      let urls = names.map { directory.appendingPathComponent($0) }
      return urls.first { FileManager.default.fileExists(atPath: $0.path) } ?? urls[0]
    }
    func part(_ names: String...) throws -> ImageSet {
      try ImageSet(
        images: url(names, "images-idx3-ubyte"), labels: url(names, "labels-idx1-ubyte"),
        classNames: classNames, storedRange: storedRange, pixels: pixels)
    }
    self.init(train: try part("train"), test: try part("t10k", "test"))
  }
}
