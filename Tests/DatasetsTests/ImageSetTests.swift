import Datasets
import Foundation
import MiniTensor
import Testing

/// Sets of images read from files that belong together, or not.
@Suite struct ImageSetTests {
  @Test func readsTheFilesOfAFullSet() throws {
    try withTemporaryDirectory { directory in
      try write(directory, "train-images-idx3-ubyte", [3, 1, 2], [0, 51, 102, 153, 204, 255])
      try write(directory, "train-labels-idx1-ubyte", [3], [9, 0, 4])
      try write(directory, "t10k-images.idx3-ubyte", [1, 1, 2], [255, 0])
      try write(directory, "t10k-labels.idx1-ubyte", [1], [7])
      let set = try MNIST.load(from: directory)
      #expect(
        set.train.images.isApproximatelyEqual(
          to: Tensor([[0, 0.2], [0.4, 0.6], [0.8, 1]]), tolerance: 1e-6))
      #expect(set.train.labels == [9, 0, 4])
      #expect(set.test.images == Tensor([[1, 0]]))
      #expect(set.test.classNames[set.test.labels[0]] == "7")
      let signed = try MNIST.load(from: directory, pixels: -1...1)
      #expect(signed.test.image(0) == Tensor([[1, -1]]))
      #expect(signed.test.pixelRange == -1...1)
    }
  }

  @Test func namesWhatDoesNotFit() throws {
    try withTemporaryDirectory { directory in
      func complaint() -> String { message { _ = try MNIST.load(from: directory) } }
      #expect(complaint().hasPrefix("train-images-idx3-ubyte: expected a file at"))
      try write(directory, "train-images-idx3-ubyte", [3, 2, 2], Array(repeating: 0, count: 12))
      #expect(complaint().hasPrefix("train-labels-idx1-ubyte: expected a file at"))
      try write(directory, "train-labels-idx1-ubyte", [2], [1, 2])
      #expect(
        complaint() == "train-images-idx3-ubyte: expected 2 images, "
          + "one for each label in train-labels-idx1-ubyte, found 3")
      try write(directory, "train-images-idx3-ubyte", [2, 4], Array(repeating: 0, count: 8))
      #expect(complaint().hasSuffix("expected 3 dimensions (count, height, width), found 2"))
      try write(directory, "train-labels-idx1-ubyte", [2], [1, 10])
      #expect(
        complaint()
          == "train-labels-idx1-ubyte: expected labels from 0 to 9, found 10 at element 1")
      try write(directory, "train-labels-idx1-ubyte", [2, 1], [1, 2])
      #expect(
        complaint().hasSuffix("expected labels: whole numbers in 1 dimension, found bytes in 2"))
    }
  }

  /// A bundled file, damaged in every way that a bad copy can damage it.
  @Test func aDamagedCopyOfTheDigitsIsRefused() throws {
    let whole = idx(shape: [20, 8, 8], body: (0..<1280).map { UInt8($0 % 17) })
    try withTemporaryDirectory { directory in
      try write(directory, "train-labels-idx1-ubyte", [20], Array(repeating: 3, count: 20))
      for length in [0, 1, 3, 4, 7, 8, 15, 16, 17, 700, whole.count - 1] {
        try Data(whole[..<length]).write(
          to: directory.appendingPathComponent("train-images-idx3-ubyte"))
        #expect(throws: DataError.self) { try MNIST.load(from: directory) }
      }
    }
  }

  private func write(_ directory: URL, _ name: String, _ shape: [Int], _ body: [UInt8]) throws {
    try Data(idx(shape: shape, body: body)).write(to: directory.appendingPathComponent(name))
  }
}
