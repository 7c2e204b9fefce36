import Foundation

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The most memory that this process has held so far.
enum PeakMemory {
  /// In megabytes of 1,000,000 bytes, rounded up.
  static var megabytes: Int { (bytes + 999_999) / 1_000_000 }

  /// On Linux `getrusage` still counts the program that started this one (`swift run`), so the
  /// kernel's own high-water mark of this address space is asked first.
  static var bytes: Int {
    #if os(Linux)
      let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
      if let kilobytes = highWaterMark(status: status) { return kilobytes * 1024 }
    #endif
    var usage = rusage()
    #if canImport(Darwin)
      getrusage(RUSAGE_SELF, &usage)
      return Int(usage.ru_maxrss)
    #elseif canImport(Glibc)
      getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
      return Int(usage.ru_maxrss) * 1024
    #else
      getrusage(RUSAGE_SELF, &usage)
      return Int(usage.ru_maxrss) * 1024
    #endif
  }

  /// The kilobytes in the line `VmHWM:   85012 kB`.
  static func highWaterMark(status: String) -> Int? {
    let line = status.split(whereSeparator: \.isNewline).first { $0.hasPrefix("VmHWM:") }
    return line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) }
  }
}
