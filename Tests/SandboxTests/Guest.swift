import Foundation
import Testing

@testable import Sandbox

/// A guest that was built together with these tests.
struct Guest {
  /// Found again in the list of all processes.
  let token = "guest-\(UUID().uuidString)"
  let process: ConfinedProcess

  init(
    _ kind: String, _ path: String = "-", limits: Limits = Limits(), isolation: Isolation = .none
  ) throws {
    let program = Self.program
    process = try ConfinedProcess(
      [program, kind, path, token],
      in: Sandbox(limits: limits, isolation: isolation, readable: [program]))
  }

  func send(_ number: Int32) throws { try process.send(Self.bytes(of: number)) }

  func receive(within seconds: Double = 10) throws -> Int32 {
    let bytes = try process.receive(exactly: 4, until: .now + .seconds(seconds))
    return Int32(bitPattern: bytes.reversed().reduce(0) { $0 << 8 | UInt32($1) })
  }

  func ask(_ number: Int32) throws -> Int32 {
    try send(number)
    return try receive()
  }

  /// Asks, and waits for its death.
  func death(within seconds: Double = 10, patience: Double = 3) throws -> Termination {
    #expect(throws: ConfinedProcess.Silence.self) {
      try send(8)
      _ = try receive(within: seconds)
    }
    return process.end(patience: patience)
  }

  static func bytes(of number: Int32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }

  #if os(Linux)
    /// Whether no process is left that belongs to this guest; those that are being killed take a
    /// moment.
    var isGone: Bool {
      for _ in 0..<200 {
        if !isThere { return true }
        usleep(10_000)
      }
      return false
    }

    private var isThere: Bool {
      let folders = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
      return folders.contains { folder in
        guard Int(folder) != nil else { return false }
        let words = FileManager.default.contents(atPath: "/proc/\(folder)/cmdline") ?? Data()
        return String(decoding: words, as: UTF8.self).contains(token)
      }
    }
  #endif

  static var program: String {
    #if canImport(Darwin)
      let bundle = Bundle(for: Marker.self).bundleURL
    #else
      let bundle = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    #endif
    return bundle.deletingLastPathComponent().appendingPathComponent("SandboxGuest").path
  }

  private final class Marker {}
}

extension Limits {
  /// One second of computing.
  static let littleComputing: Limits = {
    var limits = Limits()
    limits.computingSeconds = 1
    return limits
  }()

  /// So many seconds on the clock.
  static func clock(_ seconds: Int) -> Limits {
    var limits = Limits()
    limits.seconds = seconds
    return limits
  }
}
