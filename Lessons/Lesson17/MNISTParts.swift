import Datasets
import MiniTensor

/// The bundled MNIST digits, and the threes and sevens among them.
struct MNISTParts: Sendable {
  let train: ImageSet
  let test: ImageSet

  static func load() throws -> MNISTParts {
    let digits = try MNIST.load()
    return MNISTParts(train: digits.train, test: digits.test)
  }

  /// Only threes and sevens, with labels -1 and +1 as a column. `[count, 784]`, `[count, 1]`
  static func threesAndSevens(_ set: ImageSet) -> (images: Tensor, signs: Tensor) {
    let places = set.labels.indices.filter { [3, 7].contains(set.labels[$0]) }
    let signs = places.map { [set.labels[$0] == 7 ? 1 : -1] as [Float] }
    return (set.images.rows(places), Tensor(signs))
  }
}

extension Tensor {
  /// The rows of a matrix, one by one.
  var scalarRows: [[Float]] {
    let width = shape[1]
    return (0..<shape[0]).map { Array(scalars[$0 * width..<($0 + 1) * width]) }
  }

  /// +1 or -1 by the toss of a coin, as large a step in every pixel as an attack takes.
  static func randomSigns(
    like other: Tensor, using generator: inout RandomGenerator
  ) -> Tensor {
    Tensor.uniform(other.shape, using: &generator).map { $0 < 0.5 ? -1 : 1 }
  }
}
