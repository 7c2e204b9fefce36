import Foundation

/// How many threads large operations may use: all cores, unless you say otherwise.
///
///     Threads.$count.withValue(1) { train() }
///
/// The setting holds inside the braces only. It never changes a result: work is divided by rows of
/// the output, and each row is computed in the same order whoever computes it.
public enum Threads {
  /// The number of threads for large operations.
  @TaskLocal public static var count = ProcessInfo.processInfo.activeProcessorCount

  /// Runs `body` on parts of `0..<total`, on several threads when the work is worth it.
  ///
  /// `work` counts multiply-adds or comparable steps. Below `worthSharing` of them, a few
  /// microseconds, handing over takes longer than it saves. Parts begin at multiples of `unit`.
  @usableFromInline
  package static func split(_ total: Int, unit: Int = 1, work: Int, _ body: (Range<Int>) -> Void) {
    guard work >= worthSharing else { return body(0..<total) }
    let units = (total + unit - 1) / unit
    let parts = min(count, units, work / (worthSharing / 2))
    guard parts > 1 else { return body(0..<total) }
    ThreadPool.shared.run(parts, work: work) { part in
      let start = units * part / parts * unit
      let end = min(units * (part + 1) / parts * unit, total)
      if start < end { body(start..<end) }
    } alone: {
      body(0..<total)
    }
  }

  package static let worthSharing = 250_000
}
