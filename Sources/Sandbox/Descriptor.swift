import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// An open file or an end of a pipe, which is closed when nobody holds it any more.
///
/// No program that is started meanwhile inherits it, unless it is handed over.
package final class Descriptor {
  /// Its number in this process.
  package let number: Int32
  private var isOpen = true

  init(_ number: Int32) { self.number = number }

  deinit { close() }

  /// Closes it; a second time does nothing.
  package func close() {
    if isOpen { closeDescriptor(number) }
    isOpen = false
  }

  /// The two ends of a new pipe.
  package static func pipe() throws -> (reading: Descriptor, writing: Descriptor) {
    var ends: [Int32] = [-1, -1]
    #if os(Linux)
      let hasEnds = DirectCall.pipe(&ends)
    #else
      let hasEnds = systemPipe(&ends) == 0
      for end in ends where hasEnds { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    #endif
    guard hasEnds else {
      throw ConfinedProcess.NotStarted(reason: "no pipe: \(String(cString: strerror(errno)))")
    }
    return (Descriptor(ends[0]), Descriptor(ends[1]))
  }
}

private func closeDescriptor(_ number: Int32) { close(number) }

#if !os(Linux)
  private func systemPipe(_ ends: inout [Int32]) -> Int32 { pipe(&ends) }
#endif
