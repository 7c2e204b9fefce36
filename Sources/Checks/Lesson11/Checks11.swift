import MiniTensor

/// The checks of lesson 11, Recurrent networks.
public enum Checks11 {
  /// Every exercise of the lesson, in order.
  static let all: [any AnyCheck] = [
    recurrentStep, unroll, backThroughTime, clipByNorm, temperature,
  ]

  static let chapter = "11-recurrent-networks.md"
}

extension Tensor {
  /// The rows of a matrix, as a student could paste them.
  var pasted: [[Float]] { (0..<shape[0]).map { row($0).scalars } }
}

extension SeededGenerator {
  /// A matrix of random numbers.
  mutating func matrix(_ rows: Int, _ columns: Int) -> Tensor {
    Tensor(floats(rows * columns), shape: [rows, columns])
  }
}
