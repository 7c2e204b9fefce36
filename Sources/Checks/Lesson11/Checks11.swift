import MiniTensor

/// The checks of lesson 11, Recurrent networks.
public enum Checks11 {
  /// Every exercise of the lesson, in order.
  static let all: [Check] = [recurrentStep, unroll, backThroughTime, clipByNorm, temperature]

  static let chapter = "11-recurrent-networks.md"
}

extension SeededGenerator {
  /// A matrix of random numbers.
  mutating func matrix(_ rows: Int, _ columns: Int) -> Tensor {
    Tensor(floats(rows * columns), shape: [rows, columns])
  }

  /// A random extent or count.
  mutating func count(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }
}
