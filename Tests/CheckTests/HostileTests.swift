import ExerciseKit
import Foundation
import Sandbox
import Testing

@testable import Checks

/// Nothing that an answer does costs more than its part, and each way to fail has its own words.
@Suite(.inEnglish) struct HostileTests {
  @Test(arguments: Hostility.all)
  func costsItsPartOnly(_ hostility: Hostility) {
    var limits = Limits()
    limits.computingSeconds = hostility.kind == "loopsForEver" ? 1 : 5
    limits.seconds = hostility.kind == "sleeps" ? 1 : 10
    let outcome = Self.outcome(of: hostility.kind, limits)
    let message = outcome.message(title: "Hostile")
    if ProcessInfo.processInfo.environment["COURSE_SHOW"] != nil { print(message) }
    #expect(outcome.state == hostility.state, "\(message)")
    #expect(message.contains(hostility.words), "\(message)")
    #expect(outcome.points == 2, "the parts beside it keep their points: \(message)")
  }

  #if os(Linux) && canImport(Runtime)
    @Test(arguments: ["traps", "failsPrecondition", "loopsForEver", "overflowsTheStack"])
    func tellsTheLine(_ kind: String) {
      var limits = Limits()
      limits.computingSeconds = 1
      let message = Self.outcome(of: kind, limits).message(title: "Hostile")
      let places = ["Exercises/Lesson99/Answer.swift:7", "Exercises/Lesson99/Answer.swift, loop"]
      #expect(places.contains(where: message.contains), "\(message)")
    }
  #endif

  /// A program that breaks the rules of the conversation is an answer that is wrong, and no more.
  @Test(arguments: [
    "garbage", "hugeLength", "endlessReply", "halfAReply", "nothing", "hangsUp", "dies",
    "callsBackOutOfTurn", "deepNesting", "manyValues", "wrongType", "overflowingShape", "hugeText",
    "notANumber", "repliesTwice",
  ])
  func earnsNothingByLying(_ kind: String) {
    var limits = Limits()
    limits.seconds = 1
    let outcome = Self.outcome(of: kind, limits)
    #expect(outcome.points == 0, "\(outcome)")
    #expect(outcome.state != .passed && outcome.state != .notAttempted, "\(outcome)")
    #expect(outcome.message(title: "Liar").count < 4000)
  }

  @Test func aForgedStubIsNoAnswer() {
    #expect(Self.outcome(of: "claimsToBeAStub", Limits()).points == 0)
  }

  /// A machine that cannot start the process says nothing about the answer.
  @Test func whatDoesNotStartIsNotGraded() {
    let launch = AnswerLaunch(arguments: ["/nonexistent/answers"])
    let outcome = Self.outcome(launch)
    #expect(outcome.state == .notGraded, "\(outcome)")
  }

  // MARK: - The exercise

  private static let before = Function("before(_:)") { (n: Int) in n }
  private static let hostile = Function("hostile(_:)") { (n: Int) in n + 7 }
  private static let after = Function("after(_:)") { (n: Int) in n }

  private static let check = Check(
    "9.9", "Hostile", difficulty: 1, minutes: 1, file: "None.swift", chapter: "none.md",
    section: "None", hints: [],
    parts: [
      Part("before", points: 1) { $0.ask(before, 41) },
      Part("hostile", points: 2) { $0.ask(hostile, 1) },
      Part("after", points: 1) { $0.ask(after, 43) },
    ],
    mistakes: [])

  private static func outcome(of kind: String, _ limits: Limits) -> Outcome {
    outcome(AnswerLaunch(arguments: [Products.path("HostileAnswers"), kind], limits: limits))
  }

  private static func outcome(_ launch: AnswerLaunch) -> Outcome {
    let process = AnswerProcess(launch)
    var reports: [PartReport] = []
    check.run(process.answers()) { reports.append($0) }
    process.end()
    return Outcome(of: check.exercise, reports)
  }
}

/// Something that an answer does, and what its author reads.
struct Hostility: Sendable, CustomTestStringConvertible {
  let kind: String
  let state: Outcome.State
  let words: String

  var testDescription: String { kind }

  static let all: [Hostility] = [
    .init(kind: "traps", state: .crashed, words: "Fatal error: Index out of range"),
    .init(kind: "failsPrecondition", state: .crashed, words: "the learning rate must be positive"),
    .init(kind: "loopsForEver", state: .tooSlow, words: "an endless loop?"),
    .init(kind: "overflowsTheStack", state: .crashed, words: "stack overflow"),
    .init(kind: "allocates50GB", state: .tooMuchMemory, words: "more than 2048 MB of memory"),
    .init(kind: "growsForEver", state: .tooMuchMemory, words: "more than 2048 MB of memory"),
    .init(kind: "printsForEver", state: .tooMuchOutput, words: "it wrote more than 1024 KB"),
    .init(kind: "exitsWithSuccess", state: .exited, words: "instead of returning"),
    .init(kind: "exitsAtOnce", state: .exited, words: "instead of returning"),
    .init(kind: "sleeps", state: .tooSlow, words: "it sleeps or waits"),
    .init(kind: "killsItsParent", state: .failed, words: "yours     -1"),
    .init(kind: "startsAProcess", state: .failed, words: "yours     -1"),
    .init(kind: "writesAFile", state: .failed, words: "yours     -1"),
    .init(kind: "printsALittle", state: .failed, words: "printed   so far so good"),
    .init(kind: "aborts", state: .crashed, words: "abort() was called"),
    .init(kind: "usesForeignMemory", state: .crashed, words: "memory that is not its own"),
  ]
}

/// The programs that were built together with these tests.
enum Products {
  static func path(_ name: String) -> String {
    #if canImport(Darwin)
      let bundle = Bundle(for: Marker.self).bundleURL
    #else
      let bundle = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    #endif
    return bundle.deletingLastPathComponent().appendingPathComponent(name).path
  }

  private final class Marker {}
}
