import Checks
import ExerciseKit
import Foundation
import Testing

@testable import Course

/// The learner's side: where one stands, what fails and why, hints, and the way back.
@Suite(.inEnglish) struct LearnerTests {
  /// A student edition, worked on with the tool of this course.
  private struct Desk {
    let made: MadeUpClass
    let folder: URL

    init() throws {
      made = try MadeUpClass()
      folder = made.folder.appendingPathComponent("desk")
      let (status, text) = try made.course(["student-edition", folder.path])
      #expect(status == 0, "\(text)")
    }

    func course(_ arguments: String...) throws -> (status: Int32, text: String) {
      try CourseTests.Tool.run(arguments, in: made.folder, ["COURSE_ROOT": folder.path])
    }

    func exercise(_ number: String) -> Exercise {
      Catalogue.exercises.first { $0.number == number }!
    }

    func write(_ text: String, to number: String) throws {
      try Data(text.utf8).write(to: folder.appendingPathComponent(exercise(number).path))
    }

    func solve(_ number: String) throws {
      let exercise = exercise(number)
      let path = "Solutions/\(exercise.folder)/\(exercise.file)"
      try write(
        String(contentsOf: Repository.root.appendingPathComponent(path), encoding: .utf8),
        to: number)
    }

    func read(_ path: String) -> String? {
      try? String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
    }
  }

  @Test func theMapShowsTheNextStep() throws {
    let desk = try Desk()
    defer { desk.made.remove() }
    let count = Catalogue.exercises.count
    var (status, text) = try desk.course()
    #expect(status == 0 && text.contains("0 of \(count) exercises"), "\(text)")
    #expect(text.contains("next  1.1"))
    try desk.solve("1.1")
    (status, text) = try desk.course()
    #expect(text.contains("1 of \(count) exercises") && text.contains("next  1.2"), "\(text)")
    (status, text) = try desk.course("list", "--json")
    let json = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let exercises = try #require(json?["exercises"] as? [[String: Any]])
    #expect(exercises.prefix(2).map { $0["mark"] as? String } == ["passing", "notAttempted"])
  }

  @Test func aFileThatDoesNotCompileHarmsNoOther() throws {
    let desk = try Desk()
    defer { desk.made.remove() }
    try desk.write("public func (\n", to: "7.1")
    try desk.solve("2.3")
    let path = desk.exercise("7.1").path
    let (status, text) = try desk.course("check", "2.3")
    #expect(status == 0, "\(text)")
    #expect(text.contains("2.3") && text.contains("passed, "), "\(text)")
    #expect(text.contains("\n next  2.4 "), "the next step is not named: \(text)")
    #expect(text.contains("\(path):1 does not compile"), "\(text)")
    let (failed, why) = try desk.course("check", "7.1", "--json")
    #expect(failed == 1 && why.contains("\"state\" : \"didNotCompile\""), "\(why)")
    #expect(try desk.course("check", "99.1").text.contains("no exercise \"99.1\""))
  }

  @Test func hintsGrowAndTheLastOneWaits() throws {
    let desk = try Desk()
    defer { desk.made.remove() }
    let hints = desk.exercise("2.2").hints.map { String($0.words.prefix(30)) }
    for _ in hints.dropLast() { _ = try desk.course("hint", "2.2") }
    var (_, text) = try desk.course("hint", "2.2")
    #expect(text.contains(hints[hints.count - 2]) && !text.contains(hints.last!), "\(text)")
    try desk.write("let nothing = 0\n", to: "2.2")
    text = try desk.course("hint", "2.2").text
    #expect(text.contains(hints.last!), "\(text)")
  }

  @Test func theWayBackKeepsTheText() throws {
    let desk = try Desk()
    defer { desk.made.remove() }
    let path = desk.exercise("2.2").path
    let stub = desk.read(path)
    for text in ["first try", "second try"] {
      try desk.write(text, to: "2.2")
      #expect(try desk.course("reset", "2.2").status == 0)
      #expect(desk.read(path) == stub)
    }
    #expect(desk.read("Exercises/Lesson02/.UpdateRule.swift.backup1") == "first try")
    #expect(desk.read("Exercises/Lesson02/.UpdateRule.swift.backup2") == "second try")
    try FileManager.default.removeItem(at: desk.folder.appendingPathComponent(path))
    #expect(try desk.course("reset", "2.2").status == 0)
    #expect(desk.read(path) == stub)
  }

  @Test func watchingChecksWhatIsSaved() throws {
    let desk = try Desk()
    defer { desk.made.remove() }
    let log = desk.made.folder.appendingPathComponent("watch.log")
    let process = try Tool.start(
      ["watch"], in: desk.made.folder, ["COURSE_ROOT": desk.folder.path], log: log)
    defer { process.terminate() }
    func says(_ words: String) -> Bool {
      for _ in 0..<300 {
        let text = (try? String(contentsOf: log, encoding: .utf8)) ?? ""
        if text.contains(words) { return true }
        usleep(100_000)
      }
      return false
    }
    #expect(says("watching"))
    usleep(500_000)
    try desk.solve("1.1")
    #expect(says("1 passing"))
  }
}
