import Foundation
import Testing

@testable import Sandbox

/// Whoever asks is never kept waiting beyond the deadline, whatever the process sends or does not
/// send.
@Suite struct TalkTests {
  @Test func answersAsOftenAsItIsAsked() throws {
    let guest = try Guest("adds")
    for n in 0..<100 { #expect(try guest.ask(Int32(n)) == Int32(n) + 1) }
    #expect(guest.process.hasStarted)
    #expect(guest.process.end() == .exited(0))
    #expect(guest.process.end() == .exited(0), "the end is told again")
    #expect(throws: (any Error).self) { try guest.send(1) }
  }

  /// The numbers of its pipes are given to others as soon as they are closed.
  @Test func afterTheEndNothingIsWrittenIntoOtherPipes() throws {
    let guest = try Guest("adds")
    #expect(try guest.ask(1) == 2)
    guest.process.end()
    let others = try (0..<8).map { _ in try Descriptor.pipe() }
    #expect(throws: ConfinedProcess.Silence.closed) { try guest.send(1) }
    for other in others {
      var wish = pollfd(fd: other.reading.number, events: Int16(POLLIN), revents: 0)
      #expect(poll(&wish, 1, 0) == 0)
    }
  }

  @Test(arguments: ["staysSilent", "dripsSlowly"])
  func isGivenUpAtTheDeadline(_ kind: String) throws {
    let guest = try Guest(kind)
    try guest.send(0)
    let start = ContinuousClock.now
    #expect(throws: ConfinedProcess.Silence.late) { try guest.receive(within: 0.5) }
    #expect(ContinuousClock.now - start < .seconds(2))
    #expect(guest.process.end(patience: 0) != .exited(0))
  }

  @Test func aProcessThatDoesNotReadIsGivenUp() throws {
    let guest = try Guest("neverReads")
    try guest.send(0)
    let start = ContinuousClock.now
    #expect(throws: ConfinedProcess.Silence.late) {
      try guest.process.send([UInt8](repeating: 1, count: 10 << 20), until: .now + .seconds(0.5))
    }
    #expect(ContinuousClock.now - start < .seconds(2))
    _ = guest.process.end(patience: 0)
  }

  @Test func closedPipesAreNoticed() throws {
    let guest = try Guest("closesItsPipes")
    try guest.send(0)
    #expect(throws: ConfinedProcess.Silence.closed) { try guest.receive() }
    #expect(throws: ConfinedProcess.Silence.closed) { for _ in 0..<9 { try guest.send(0) } }
    #expect(guest.process.end(patience: 0) == .clockTimeUp(isComputing: false))
  }

  @Test func aDeathBetweenRequestsIsNoticed() throws {
    let guest = try Guest("diesBetweenRequests")
    #expect(try guest.ask(4) == 4)
    #expect(throws: ConfinedProcess.Silence.closed) { for _ in 0..<9 { _ = try guest.ask(5) } }
    #expect(guest.process.end() == .exited(0))
  }

  @Test func garbageIsReadOnlyAsFarAsAskedFor() throws {
    let guest = try Guest("garbage")
    try guest.send(0)
    let bytes = try guest.process.receive(exactly: 100_001, until: .now + .seconds(10))
    #expect(bytes.count == 100_001)
    _ = guest.process.end(patience: 0)
  }

  /// Otherwise an answer could choose not to be graded.
  @Test func theMarkCannotBeTakenBack() throws {
    let guest = try Guest("takesBackTheMark")
    _ = try guest.death()
    #expect(guest.process.hasStarted)
  }
}
