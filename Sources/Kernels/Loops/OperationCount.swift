import Synchronization

/// What the kernels have computed, counted while somebody wants to know.
///
/// Like the threads it belongs to the whole process. While nobody counts, each kernel asks one
/// flag, once a call; the numbers are added up before the work is shared out, so they do not depend
/// on the number of threads.
@usableFromInline package enum OperationCount {
  /// What is counted apart.
  @usableFromInline package enum Kind: Int, CaseIterable, Sendable {
    /// Two operations, a product and a sum, for each pair of numbers that meet: exact.
    case matrixProducts
    /// Likewise; and every gradient of a convolution is one more.
    case convolutions
    /// One for every number that is written by itself: activations, sums of two tensors,
    /// optimizers.
    case elementwise
  }

  @usableFromInline static let isCounting = Atomic<Bool>(false)
  private static let matrixProducts = Atomic<Int>(0)
  private static let convolutions = Atomic<Int>(0)
  private static let elementwise = Atomic<Int>(0)

  /// Begins at zero.
  package static func start() {
    for kind in Kind.allCases { tally(of: kind) { $0.store(0, ordering: .relaxed) } }
    isCounting.store(true, ordering: .relaxed)
  }

  /// Ends counting.
  package static func stop() { isCounting.store(false, ordering: .relaxed) }

  /// So many operations since the start.
  package static func count(of kind: Kind) -> Int {
    var count = 0
    tally(of: kind) { count = $0.load(ordering: .relaxed) }
    return count
  }

  /// Adds what a kernel is about to do.
  @inlinable @inline(__always)
  package static func add(_ kind: Kind, _ operations: @autoclosure () -> Int) {
    if isCounting.load(ordering: .relaxed) { record(kind, operations()) }
  }

  @usableFromInline @inline(never)
  static func record(_ kind: Kind, _ operations: Int) {
    tally(of: kind) { _ = $0.wrappingAdd(operations, ordering: .relaxed) }
  }

  private static func tally(of kind: Kind, _ body: (borrowing Atomic<Int>) -> Void) {
    switch kind {
    case .matrixProducts: body(matrixProducts)
    case .convolutions: body(convolutions)
    case .elementwise: body(elementwise)
    }
  }
}
