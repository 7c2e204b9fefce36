import Dispatch
import Foundation
import LessonKit
import MiniTensor

/// The same experiment many times over, on all cores, with the same results on one.
enum IndependentRuns {
  /// Runs an experiment `count` times; each run has random numbers of its own.
  ///
  /// - Parameters:
  ///   - tick: counts the finished runs.
  ///   - run: the experiment: the number of the run and its generator.
  /// - Returns: the results in the order of the runs, whatever the order they ended in.
  static func perform<Result: Sendable>(
    _ count: Int, seed: UInt64, tick: LessonKit.Progress,
    _ run: @Sendable (_ number: Int, _ generator: inout RandomGenerator) -> Result
  ) -> [Result] {
    var source = RandomGenerator(seed: seed)
    let generators = (0..<count).map { _ in source.split() }
    var results = [Result?](repeating: nil, count: count)
    results.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let places = buffer
      // In groups, so that the progress bar moves between them.
      let group = 2 * ProcessInfo.processInfo.activeProcessorCount
      for start in stride(from: 0, to: count, by: group) {
        let size = min(group, count - start)
        DispatchQueue.concurrentPerform(iterations: size) { offset in
          var generator = generators[start + offset]
          places[start + offset] = run(start + offset, &generator)
        }
        tick(size)
      }
    }
    return results.map { $0! }
  }
}

/// The middle one of the values: half are smaller, half are larger.
func median(_ values: [Double]) -> Double {
  let sorted = values.sorted()
  guard !sorted.isEmpty else { return .nan }
  return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
}

/// The sum over the count; not a number for no values.
func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }
