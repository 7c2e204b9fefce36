import MiniTensor

extension ExampleSet {
  /// One epoch of mini-batches: all numbers `0..<count`, shuffled, in groups of `size`.
  ///
  ///     for batch in digits.train.batches(of: 32, using: &generator) {
  ///       let x = digits.train.images.rows(batch)      // [32, 64]
  ///
  /// The last group has what is left, so every example is seen once an epoch. Traps when `size` is
  /// not positive.
  public func batches(of size: Int, using generator: inout RandomGenerator) -> [[Int]] {
    groups(of: generator.permutation(count), size: size)
  }

  /// All numbers in their own order, in groups of `size`; for measuring, where order does not
  /// matter.
  public func batches(of size: Int) -> [[Int]] {
    groups(of: Array(0..<count), size: size)
  }

  private func groups(of order: [Int], size: Int) -> [[Int]] {
    guard size > 0 else { misuse("batches(of:)", "a batch of \(size) examples") }
    return stride(from: 0, to: order.count, by: size).map { start in
      Array(order[start..<min(start + size, order.count)])
    }
  }
}
