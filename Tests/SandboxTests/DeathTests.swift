import Foundation
import Testing

@testable import Sandbox

/// Each way to die has its own name, and leaves nothing behind.
@Suite struct DeathTests {
  @Test(arguments: Fate.all)
  func isNamed(_ fate: Fate) throws {
    let guest = try Guest(fate.kind, limits: fate.limits)
    let start = ContinuousClock.now
    let isSilent = ["stopsItself", "sleepsWithoutAlarm"].contains(fate.kind)
    let termination = try guest.death(within: isSilent ? 1 : 10, patience: isSilent ? 0 : 3)
    #expect(fate.ends.contains(termination), "\(termination)")
    #expect(guest.process.hasStarted)
    #expect(ContinuousClock.now - start < .seconds(12))
    #if os(Linux)
      #expect(guest.isGone)
    #endif
  }

  @Test func saysWhatItPrintedAndNoMore() throws {
    let guest = try Guest("prints")
    #expect(try guest.ask(2) == 2)
    #expect(guest.process.printed(since: 0) == "line 0\nline 1")
    let mark = guest.process.printedCount
    #expect(mark == "line 0\nline 1\n".utf8.count)
    #expect(try guest.ask(5000) == 5000)
    #expect(guest.process.printed(since: mark) == "line 0\nline 1\nline 2\n...")
    #expect(guest.process.end() == .exited(0))
  }

  @Test func cannotPlayWithTheTerminal() throws {
    let guest = try Guest("playsWithTheTerminal")
    #expect(try guest.ask(0) == 0)
    let printed = guest.process.printed(since: 0)
    #expect(printed.contains("passed\tgreen"))
    let tricks = "\u{1b}\u{7}\u{202e}\u{9b}".unicodeScalars
    #expect(!printed.unicodeScalars.contains(where: tricks.contains))
  }

  /// Looked up in a process that may be lost: on a busy machine it takes more than its seconds.
  @Test func keepsATrace() async {
    #if os(Linux) && canImport(Runtime)
      await #expect(processExitsWith: .success) {
        let guest = try Guest("traps")
        _ = try guest.death()
        guard guest.process.trace.count > 100 else { exit(2) }
        let line = StackTrace.line(in: guest.process.trace, matching: "SandboxGuest/Death.swift")
        exit(line?.hasPrefix("SandboxGuest/Death.swift:") == true ? EXIT_SUCCESS : EXIT_FAILURE)
      }
    #endif
  }

  /// What a process writes into its own report is read as a report, and harms nobody.
  @Test func aForgedTraceIsNoLine() async throws {
    let guest = try Guest("forgesATrace")
    #expect(try guest.death() == .illegalInstruction)
    #expect(guest.process.trace.count == 100_000)
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try Data(guest.process.trace).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let path = file.path
    await #expect(processExitsWith: .success) { [path = path as String] in
      let trace = FileManager.default.contents(atPath: path) ?? Data()
      let line = StackTrace.line(in: Array(trace), matching: "Exercises")
      exit(line == nil ? EXIT_SUCCESS : EXIT_FAILURE)
    }
  }
}

/// A way to die, and how it is to be told.
struct Fate: Sendable, CustomTestStringConvertible {
  let kind: String
  let ends: [Termination]
  let limits: Limits

  var testDescription: String { kind }

  init(_ kind: String, _ ends: Termination..., limits: Limits = Limits()) {
    self.kind = kind
    self.ends = ends
    self.limits = limits
  }

  static let all: [Fate] =
    [
      Fate("traps", .trapped("Precondition failed: the learning rate must be positive")),
      Fate("trapsWithoutWords", .illegalInstruction),
      Fate("loops", .computingTimeUp, limits: .littleComputing),
      Fate("loops", .clockTimeUp(isComputing: true), limits: .clock(4)),
      Fate("overflowsTheStack", .stackOverflow),
      Fate("overflowsAThread", .badMemoryAccess),
      Fate("allocates", .outOfMemory),
      Fate("grows", .outOfMemory),
      Fate("printsForEver", .tooMuchOutput),
      Fate("exitsWithSuccess", .exited(0)),
      Fate("exitsWith200", .exited(200)),
      Fate("aborts", .aborted),
      Fate("readsNull", .badMemoryAccess),
      Fate("crashesOnAThread", .badMemoryAccess),
      Fate("killsItself", .killed(SIGKILL)),
      Fate("stopsItself", .clockTimeUp(isComputing: false)),
      Fate("sleeps", .clockTimeUp(isComputing: false), limits: .clock(1)),
      Fate("sleepsWithoutAlarm", .clockTimeUp(isComputing: false)),
      Fate("loopsWithoutHandlers", .computingTimeUp, limits: .littleComputing),
      Fate("crashesWithoutHandlers", .badMemoryAccess),
      Fate("abortsWithoutHandlers", .aborted),
      Fate("leavesAThread", .exited(3)),
    ] + onThisProcessor

  /// Other processors divide by zero without complaint.
  private static var onThisProcessor: [Fate] {
    #if arch(x86_64)
      [Fate("dividesInC", .arithmetic)]
    #else
      []
    #endif
  }
}
