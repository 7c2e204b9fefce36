import Foundation
import Testing

@testable import Sandbox

/// Starting and ending leaves nothing behind, and what cannot start says so.
@Suite struct CleanUpTests {
  @Test func aProgramThatIsNotThereIsNotStarted() {
    #expect(throws: ConfinedProcess.NotStarted.self) {
      try ConfinedProcess(["/nonexistent/program"], in: Sandbox())
    }
  }

  @Test func aProgramThatConfinesNothingHasNotStarted() throws {
    let process = try ConfinedProcess(["/bin/sh", "-c", "exit 7"], in: Sandbox())
    #expect(process.end() == .exited(7))
    #expect(!process.hasStarted)
  }

  @Test func aFolderWithoutRoomIsNamed() {
    #expect {
      try ScratchFile.unnamed(in: "/nonexistent")
    } throws: { error in
      (error as? ConfinedProcess.NotStarted)?.reason.contains("/nonexistent") == true
    }
  }

  @Test func aFileHasNoName() throws {
    let name = "scratch-\(UUID().uuidString)"
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(name)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = try ScratchFile.unnamed(in: folder.path)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    file.close()
  }

  @Test func aGuestThatIsForgottenIsEnded() throws {
    var guest: Guest? = try Guest("staysSilent")
    let process = try #require(guest).process.process
    try guest?.send(0)
    guest = nil
    #expect(kill(process, 0) == -1)
  }

  #if os(Linux)
    @Test func noDescriptorsAreKept() async {
      await #expect(processExitsWith: .success) {
        func count() throws -> Int {
          try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
        }
        _ = try Guest("adds").ask(1)
        let before = try count()
        for _ in 0..<5 {
          _ = try Guest("adds").ask(1)
          _ = try? ConfinedProcess(["/nonexistent/program"], in: Sandbox())
        }
        exit(try count() == before ? EXIT_SUCCESS : EXIT_FAILURE)
      }
    }

    @Test func aFullTemporaryFolderCostsNothing() async {
      await #expect(processExitsWith: .success) {
        setenv("TMPDIR", "/nonexistent", 1)
        exit(try Guest("adds").ask(1) == 2 ? EXIT_SUCCESS : EXIT_FAILURE)
      }
    }

    /// With few descriptors, and with a stack without end, as some machines have it.
    @Test func narrowAndWideLimitsDoNoHarm() async {
      await #expect(processExitsWith: .success) {
        var few = rlimit(rlim_cur: 64, rlim_max: 64)
        #if canImport(Glibc)
          setrlimit(__rlimit_resource_t(7), &few)
        #else
          setrlimit(7, &few)
        #endif
        exit(try Guest("adds").ask(1) == 2 ? EXIT_SUCCESS : EXIT_FAILURE)
      }
      await #expect(processExitsWith: .success) {
        var endless = rlimit(rlim_cur: .max, rlim_max: .max)
        #if canImport(Glibc)
          guard setrlimit(__rlimit_resource_t(3), &endless) == 0 else { exit(EXIT_SUCCESS) }
        #else
          guard setrlimit(3, &endless) == 0 else { exit(EXIT_SUCCESS) }
        #endif
        let end = try Guest("overflowsTheStack").death()
        exit(end == .stackOverflow ? EXIT_SUCCESS : EXIT_FAILURE)
      }
    }

    /// Where less is allowed already, the limit still comes with a warning, so that the process can
    /// say where it was.
    @Test func narrowerLimitsStay() async {
      await #expect(processExitsWith: .success) {
        var little = rlimit(rlim_cur: 3, rlim_max: 3)
        #if canImport(Glibc)
          setrlimit(__rlimit_resource_t(0), &little)
        #else
          setrlimit(0, &little)
        #endif
        let guest = try Guest("loops", limits: .littleComputing)
        let end = try guest.death()
        let isTold = end == .computingTimeUp && !guest.process.trace.isEmpty
        exit(isTold ? EXIT_SUCCESS : EXIT_FAILURE)
      }
    }

    /// As when somebody presses Ctrl-C.
    @Test func allAreKilledAtOnce() async {
      await #expect(processExitsWith: .success) {
        let guests = [try Guest("loops"), try Guest("staysSilent"), try Guest("loops")]
        for guest in guests { try guest.send(0) }
        ConfinedProcess.killAll()
        let ends = guests.map { $0.process.end() }
        let areKilled = ends.allSatisfy { $0 == .killed(SIGKILL) }
        exit(areKilled && guests.allSatisfy(\.isGone) ? EXIT_SUCCESS : EXIT_FAILURE)
      }
    }
  #endif
}
