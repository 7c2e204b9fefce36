import Foundation
import Testing

@testable import Sandbox

#if os(Linux) && (arch(x86_64) || arch(arm64))

  /// Nothing that a process does reaches others, on systems that can refuse it.
  @Suite(.enabled(if: Sandbox.fences.systemCalls)) struct RefusalTests {
    @Test(arguments: [
      "signalsItsParent", "signalsItsGroup", "forks", "spawns", "executes", "leavesItsGroup",
      "leavesItsSession", "opensForWriting", "opensForBoth", "opensToAppend", "opensToEmpty",
      "creates", "createsUnnamed", "truncates", "deletes", "renames", "links", "linksByName",
      "makesAFolder", "removesAFolder", "makesAFIFO", "changesTheMode",
      "changesTheModeOfItsProgram", "changesTheOwner", "changesTheTimes", "locksItsProgram",
      "locksARange", "ownsSignals", "choosesASignal", "asksForSignals", "takesALease",
      "watchesAFolder", "connects", "connectsLocally", "sharesMemory", "opensASemaphore", "queues",
      "tracesItsParent", "raisesItsLimits", "changesPriority",
    ])
    func isRefused(_ attempt: String) throws {
      let foreign = try ForeignFile()
      defer { foreign.remove() }
      let guest = try Guest(attempt, foreign.path)
      let error = try guest.ask(0)
      #expect([EPERM, EACCES].contains(error), "\(attempt): \(error)")
      #expect(try guest.ask(0) == error, "it goes on afterwards")
      #expect(guest.process.end() == .exited(0))
      #expect(guest.isGone)
      #expect(try foreign.isAsBefore())
    }

    @Test(
      .enabled(if: Sandbox.fences.files),
      arguments: ["readsAForeignFile", "listsAForeignFolder", "readsPasswords", "readsItsParent"])
    func isNotRead(_ attempt: String) throws {
      let foreign = try ForeignFile()
      defer { foreign.remove() }
      #expect(try Guest(attempt, foreign.path).ask(0) == EACCES)
    }

    @Test func readsWhatItMay() throws {
      #expect(try Guest("readsItsProgram").ask(0) == 0)
    }

    /// Every call that is not on the list, and all of them in the manner of other architectures.
    @Test func onlyListedCallsAreMade() throws {
      // What these are asked for decides; and the kernel lets its own traps of programs pass all
      // filters.
      let looked = [SystemCalls.deviceControl, SystemCalls.fileControl, SystemCalls.limits]
      let probes: [UInt32] = SystemCalls.secondTable == 0 ? [] : [335, 336]
      let passing = Set(SystemCalls.allowed + SystemCalls.opening.map(\.call) + looked + probes)
      let others = (0..<600).filter { !passing.contains($0) }
      let second = SystemCalls.secondTable
      let foreign = second == 0 ? [] : (0..<600).map { $0 | second }
      let guest = try Guest("triesCalls")
      for group in [others, foreign] {
        try guest.send(Int32(group.count))
        for call in group {
          try guest.send(Int32(bitPattern: call))
          let error = try #require(try? guest.receive(), "call \(call)")
          let expected = SystemCalls.missing.contains(call) ? ENOSYS : EPERM
          #expect(error == expected, "call \(call): \(error)")
        }
      }
      #expect(guest.process.end() == .exited(0))
    }

    /// Threads, timers, tasks, randomness, dates: what right answers use.
    @Test func whatAnswersUseGoesOn() throws {
      let guest = try Guest("computes")
      #expect(try guest.ask(0) == 0)
      #expect(try guest.ask(0) == 0)
      #expect(guest.process.end() == .exited(0))
    }
  }

  /// A file of somebody else's, which must stay as it is.
  private struct ForeignFile {
    let folder: URL
    let path: String
    private let before: [String]

    init() throws {
      let name = "foreign-\(UUID().uuidString)"
      folder = FileManager.default.temporaryDirectory.appendingPathComponent(name)
      path = folder.appendingPathComponent("file").path
      let empty = URL(fileURLWithPath: path + ".empty")
      try FileManager.default.createDirectory(at: empty, withIntermediateDirectories: true)
      try Data("the work of another".utf8).write(to: URL(fileURLWithPath: path))
      before = try Self.state(folder, path)
    }

    func isAsBefore() throws -> Bool { try Self.state(folder, path) == before }

    func remove() { try? FileManager.default.removeItem(at: folder) }

    private static func state(_ folder: URL, _ path: String) throws -> [String] {
      var status = stat()
      stat(path, &status)
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      let text = try String(contentsOfFile: path, encoding: .utf8)
      return names + [text, "\(status.st_mode) \(status.st_nlink) \(status.st_mtim)"]
    }
  }

#endif
