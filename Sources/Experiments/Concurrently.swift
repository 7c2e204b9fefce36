import Dispatch
import Foundation
import MiniTensor

/// Runs independent experiments on all cores and gives their results in order.
///
/// Each experiment has its own stream of random numbers and one thread, so it computes the same
/// alone or beside others, on one core or on many.
///
/// - Parameters:
///   - count: how many experiments.
///   - seed: where all their random numbers begin.
///   - tick: called after each step of any experiment, never by two at once.
///   - experiment: one experiment, from its number; it calls `tick` when a part of it is done.
public func concurrently<Result>(
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
