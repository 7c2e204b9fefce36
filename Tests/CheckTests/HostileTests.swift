import ExerciseKit
import Foundation
import Testing

@testable import Checks

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Nothing that an answer does costs more than its exercise, and each way to fail has its own words.
@Suite struct HostileTests {
  @Test(arguments: Hostile.allCases)
  func costsItsExerciseOnly(_ hostile: Hostile) async throws {
    var limits = Limits()
    limits.computingSeconds = hostile == .loopsForEver ? 1 : 5
    limits.seconds = hostile == .sleeps ? 1 : 10
    let assignment = try Assignment("9.9", mistake: hostile.rawValue, limits: limits)
    defer { assignment.cleanUp() }
    let ended = await #expect(processExitsWith: .failure) {
      [assignment = assignment as Assignment] in
      Hostile(rawValue: assignment.mistake!)!.attempt.runConfined(assignment)
    }
    let end = ProcessEnd(try #require(ended).exitStatus)
    let outcome = Outcome(of: hostile.attempt, assignment, end)
    let message = outcome.message(title: "Hostile")
    if ProcessInfo.processInfo.environment["COURSE_SHOW"] != nil { print(message) }
    #expect(outcome.state == hostile.expected.state, "\(end) \(message)")
    #expect(message.contains(hostile.expected.words), "\(end) \(message)")
    if hostile.tellsItsLine {
      let places = ["Exercises/Lesson99/Hostile.swift:7", "Exercises/Lesson99/Hostile.swift, loop"]
      #expect(places.contains(where: message.contains), "\(message)")
    }
    #expect(outcome.points == 1, "the part before it keeps its point: \(message)")
  }
}

/// What an answer can do besides being wrong.
enum Hostile: Int, CaseIterable {
  case traps, failsPrecondition, loopsForEver, overflowsTheStack, allocates50GB, growsForEver
  case printsForEver, exitsWithSuccess, exitsAtOnce, sleeps, killsItsParent, startsAProcess, aborts
  case usesForeignMemory

  var attempt: Attempt {
    Check<@Sendable (Int) -> Int>(
      "9.9", "Hostile", difficulty: 1, minutes: 1, file: "None.swift", chapter: "none.md",
      section: "None", hints: [],
      parts: [
        Part("before", points: 1) { $0.ask("before(0)", expect: 0) { _ in 0 } },
        Part("hostile", points: 2) { judge in judge.ask("f(1)", expect: 7) { $0(1) } },
      ],
      mistakes: []
    ).answer { self.act($0) }
  }

  var expected: (state: Outcome.State, words: String) {
    switch self {
    case .traps: (.crashed, "Fatal error: Index out of range")
    case .failsPrecondition: (.crashed, "the learning rate must be positive")
    case .loopsForEver: (.tooSlow, "an endless loop?")
    case .overflowsTheStack: (.crashed, "stack overflow")
    case .allocates50GB, .growsForEver: (.tooMuchMemory, "more than 2048 MB of memory")
    case .printsForEver: (.tooMuchOutput, "it wrote more than 1024 KB")
    case .exitsWithSuccess: (.exited, "instead of returning")
    case .exitsAtOnce: (.exited, "instead of returning")
    case .sleeps: (.tooSlow, "it sleeps or waits")
    case .killsItsParent, .startsAProcess: (.failed, "yours     -1")
    case .aborts: (.crashed, "abort() was called")
    case .usesForeignMemory: (.crashed, "memory that is not its own")
    }
  }

  func act(_ n: Int) -> Int {
    switch self {
    case .traps: return readTooFar(n)
    case .failsPrecondition: failPrecondition(n)
    case .loopsForEver: loop(n)
    case .overflowsTheStack: return deeper(n)
    case .allocates50GB: return Int([Float](repeating: 1, count: 12_500_000_000)[n])
    case .growsForEver:
      var blocks: [UnsafeMutablePointer<Int>] = []
      while n < 5 { blocks.append(.allocate(capacity: 1 << 20)) }
    case .printsForEver: while n < 5 { print("the weights are", n) }
    case .exitsWithSuccess: exit(0)
    case .exitsAtOnce: _exit(3)
    case .sleeps: sleep(1000)
    case .killsItsParent: return Int(kill(getppid(), SIGKILL))
    case .startsAProcess:
      var process: pid_t = 0
      var arguments: [UnsafeMutablePointer<CChar>?] = [strdup("sleep"), strdup("1000"), nil]
      return posix_spawnp(&process, "sleep", nil, nil, &arguments, environ) == 0 ? 1 : -1
    case .aborts: abort()
    case .usesForeignMemory: return UnsafePointer<Int>(bitPattern: 64)!.pointee
    }
    return n
  }

  /// Whether the message can tell the line: on Linux, where the standard library finds it.
  var tellsItsLine: Bool {
    #if os(Linux) && canImport(Runtime)
      [.traps, .failsPrecondition, .loopsForEver, .overflowsTheStack].contains(self)
    #else
      false
    #endif
  }
}

// As if these stood in a file of the student's, each in line 7.

#sourceLocation(file:"/course/Exercises/Lesson99/Hostile.swift",line:6)
private func readTooFar(_ n: Int) -> Int {
  [1, 2, 3][n + 6]
}
#sourceLocation(file:"/course/Exercises/Lesson99/Hostile.swift",line:6)
private func failPrecondition(_ n: Int) {
  precondition(n > 5, "the learning rate must be positive")
}
#sourceLocation(file:"/course/Exercises/Lesson99/Hostile.swift",line:6)
private func loop(_ n: Int) {
  while n < 5 {}
}
#sourceLocation(file:"/course/Exercises/Lesson99/Hostile.swift",line:6)
private func deeper(_ n: Int) -> Int {
  n == 5000 ? 0 : 1 + deeper(n - 1)
}
#sourceLocation()
