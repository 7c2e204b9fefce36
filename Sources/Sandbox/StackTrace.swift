import Foundation

#if os(Linux) && canImport(Runtime)
  import Runtime
#endif

/// Where a dying process was: kept by that process, and looked up by another one.
///
/// To look up lines takes a tenth of a second or more, and a process that has crashed may have no
/// more time. Only on Linux: elsewhere the standard library has no stack traces, and the line stays
/// unknown.
public enum StackTrace {
  /// The most bytes of a trace that are read.
  static let largest = 1 << 20

  /// Writes the return addresses of this thread.
  static func capture(into file: Int32) {
    #if os(Linux) && canImport(Runtime)
      guard let trace = try? Backtrace.capture(), let data = try? JSONEncoder().encode(trace) else {
        return
      }
      data.withUnsafeBytes { _ = write(file, $0.baseAddress, $0.count) }
    #endif
  }

  /// "Exercises/Lesson02/UpdateRule.swift:20", the innermost line in a file whose path contains the
  /// fragment.
  ///
  /// A trace comes from a process that is not trusted: it may be forged so that reading it traps,
  /// or takes very long. Call this in a process that may be lost, and last of all; it ends the
  /// process when it takes more than some seconds.
  public static func line(in trace: [UInt8], matching fragment: String) -> String? {
    #if os(Linux) && canImport(Runtime)
      guard !trace.isEmpty else { return nil }
      for frame in watched({ frames(of: trace) }) {
        guard let symbol = frame.symbol, let place = symbol.sourceLocation,
          let start = place.path.range(of: fragment, options: .backwards)
        else { continue }
        // A few instructions belong to no line, such as the jump back in a loop.
        let detail = place.line > 0 ? ":\(place.line)" : ", \(symbol.name)"
        return place.path[start.lowerBound...] + detail
      }
    #endif
    return nil
  }

  #if os(Linux) && canImport(Runtime)
    private static func frames(of trace: [UInt8]) -> [SymbolicatedBacktrace.Frame] {
      let backtrace = try? JSONDecoder().decode(Backtrace.self, from: Data(trace))
      return backtrace?.symbolicated(options: [.showSourceLocations])?.frames ?? []
    }

    /// Ends the process when the work takes more than some seconds.
    ///
    /// A process has one alarm. It may have been set for something else, which must ring all the
    /// same; and of several threads one works at a time, or each would put back the alarm of
    /// another.
    private static func watched<Result>(_ work: () -> Result) -> Result {
      turn.lock()
      defer { turn.unlock() }
      let left = alarm(5)
      defer { alarm(left) }
      return work()
    }

    private static let turn = NSLock()
  #endif
}
