import Foundation

#if os(Linux) && canImport(Runtime)
  import Runtime
#endif

/// Where a dying process was: kept by that process, and looked up by the one that started it.
///
/// To look up lines takes a tenth of a second or more, and a process that has crashed may have no more time. Only on
/// Linux: elsewhere the standard library has no stack traces, and the line stays unknown.
enum StackTrace {
  /// Writes the return addresses of this thread.
  static func capture(into file: Int32) {
    #if os(Linux) && canImport(Runtime)
      guard let trace = try? Backtrace.capture(), let data = try? JSONEncoder().encode(trace) else {
        return
      }
      data.withUnsafeBytes { _ = write(file, $0.baseAddress, $0.count) }
    #endif
  }

  /// "Exercises/Lesson02/UpdateRule.swift:20", the innermost line of the student's.
  static func studentLine(in data: Data) -> String? {
    #if os(Linux) && canImport(Runtime)
      guard !data.isEmpty, let trace = try? JSONDecoder().decode(Backtrace.self, from: data),
        let frames = trace.symbolicated(options: [.showSourceLocations])?.frames
      else { return nil }
      for frame in frames {
        guard let symbol = frame.symbol, let place = symbol.sourceLocation,
          let start = place.path.range(of: "Exercises/Lesson", options: .backwards)
        else { continue }
        // A few instructions belong to no line, such as the jump back in a loop.
        let detail = place.line > 0 ? ":\(place.line)" : ", \(symbol.name)"
        return place.path[start.lowerBound...] + detail
      }
    #endif
    return nil
  }
}
