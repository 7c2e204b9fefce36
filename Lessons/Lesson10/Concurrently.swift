import Foundation
import MiniTensor

/// Runs independent experiments on all cores and gives their results in order.
///
/// Each experiment has its own stream of random numbers and one thread, so it computes the same
/// alone or beside others.
///
/// - Parameters:
///   - count: how many experiments.
///   - seed: where all their random numbers begin.
///   - tick: called after each step of any experiment, never by two at once.
///   - experiment: one experiment, from its number; it calls `tick` when a part of it is done.
func concurrently<Result>(
  _ count: Int, seed: UInt64, tick: () -> Void = {},
  _ experiment:
    @Sendable (_ number: Int, _ generator: inout RandomGenerator, _ tick: () -> Void) -> Result
) -> [Result] {
  var root = RandomGenerator(seed: seed)
  let generators = (0..<count).map { _ in root.split() }
  let lock = NSLock()
  // Only ever touched with the lock held; the compiler cannot see that.
  nonisolated(unsafe) let tick = tick
  nonisolated(unsafe) var results = [Result?](repeating: nil, count: count)
  DispatchQueue.concurrentPerform(iterations: count) { number in
    var generator = generators[number]
    let result = Threads.$count.withValue(1) {
      experiment(number, &generator) { lock.withLock { tick() } }
    }
    lock.withLock { results[number] = result }
  }
  return results.map { $0! }
}

extension [Double] {
  var mean: Double { reduce(0, +) / Double(count) }

  /// The number in the middle, or the mean of the two there.
  var median: Double {
    let sorted = sorted()
    return (sorted[count / 2] + sorted[(count - 1) / 2]) / 2
  }

  /// The standard deviation of the numbers, as an estimate (divided by n - 1).
  var spread: Double {
    let mean = mean
    return (map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / Double(Swift.max(1, count - 1)))
      .squareRoot()
  }
}
