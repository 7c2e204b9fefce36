import Foundation
import Testing

@testable import Sandbox

/// With programs that isolate, where the machine has them, everything is told as without.
@Suite struct IsolationTests {
  static let available: [Isolation] = ["unshare", "bwrap"].compactMap {
    try? Isolation.strongest(hidden: [], asked: $0)
  }

  @Test func theStrongestWorks() throws {
    let isolation = try Isolation.strongest(hidden: [])
    #expect(try Guest("adds", isolation: isolation).ask(1) == 2)
  }

  @Test func anUnknownOneIsRefused() {
    #expect(throws: Isolation.Unavailable.self) {
      try Isolation.strongest(hidden: [], asked: "prison")
    }
  }

  @Test(arguments: available)
  func answers(_ isolation: Isolation) throws {
    let guest = try Guest("computes", isolation: isolation)
    #expect(try guest.ask(0) == 0)
    #expect(guest.process.hasStarted)
    #expect(guest.process.end() == .exited(0))
    #if os(Linux)
      #expect(guest.isGone)
    #endif
  }

  @Test(arguments: available)
  func deathsHaveTheirNames(_ isolation: Isolation) throws {
    let fates: [(String, Termination)] = [
      ("traps", .trapped("Precondition failed: the learning rate must be positive")),
      ("overflowsTheStack", .stackOverflow), ("allocates", .outOfMemory),
      ("killsItself", .killed(SIGKILL)), ("exitsWithSuccess", .exited(0)),
      ("crashesWithoutHandlers", .badMemoryAccess), ("loops", .computingTimeUp),
    ]
    for (kind, end) in fates {
      let guest = try Guest(kind, limits: .littleComputing, isolation: isolation)
      #expect(try guest.death() == end, "\(kind)")
      #if os(Linux)
        #expect(guest.isGone, "\(kind)")
      #endif
    }
  }

  @Test(arguments: available)
  func theSilentAreEndedWithAllAroundThem(_ isolation: Isolation) throws {
    let guest = try Guest("sleepsWithoutAlarm", isolation: isolation)
    try guest.send(0)
    #expect(throws: ConfinedProcess.Silence.late) { try guest.receive(within: 0.3) }
    #expect(guest.process.end(patience: 0) == .clockTimeUp(isComputing: false))
    #if os(Linux)
      #expect(guest.isGone)
    #endif
  }
}
