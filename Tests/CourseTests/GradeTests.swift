import Checks
import ExerciseKit
import Foundation
import Testing

/// Nothing that a submission contains costs more than its own exercise.
@Suite(.inEnglish) struct GradeTests {
  /// The slow kinds, and all exercises of the course, are left to `.ci/run`.
  static let isLong = ProcessInfo.processInfo.environment["COURSE_LONG_TESTS"] != nil

  /// Also where there are no namespaces, as in many containers.
  @Test(arguments: isLong ? [nil, "none"] : [nil])
  func sabotageCostsItsExerciseOnly(isolation: String?) throws {
    let made = try MadeUpClass()
    defer { made.remove() }
    let kinds = Sabotage.allCases.filter { Self.isLong || !$0.isSlow }
    try made.handIn("anna right", from: "Solutions", lessons: ["02"])
    try made.handIn("untouched", from: "Exercises/.stubs", lessons: ["02"])
    try FileManager.default.createDirectory(
      at: made.student("empty"), withIntermediateDirectories: true)
    for path in ["a link", "linked/Exercises"] {
      let link = made.student(path)
      try FileManager.default.createDirectory(
        at: link.deletingLastPathComponent(), withIntermediateDirectories: true)
      try FileManager.default.createSymbolicLink(
        at: link, withDestinationURL: Repository.root.appendingPathComponent("Solutions"))
    }
    let answer = Repository.root.appendingPathComponent("Solutions/Lesson02/UpdateRule.swift")
    let places = Sabotage.Places(
      course: Repository.root.path, other: made.student("anna right").path,
      reference: try String(contentsOf: answer, encoding: .utf8))
    for kind in kinds {
      try made.handIn(kind.rawValue, from: "Solutions", lessons: ["02"])
      try kind.commit(in: made.file(kind.rawValue, "Lesson02/UpdateRule.swift"), places)
    }
    let classBefore = snapshot(of: made.submissions)
    let courseBefore = snapshot(of: Repository.root, without: [".build", ".git"])

    let witnesses = Self.isLong ? ["2.1", "2.3", "2.4", "2.5"] : ["2.3"]
    let chosen = (["2.2"] + witnesses).joined(separator: ",")
    let (status, text) = try made.grade(
      ["--only", chosen, "--jobs", "2"] + (isolation.map { ["--isolation", $0] } ?? []))
    if ProcessInfo.processInfo.environment["COURSE_SHOW"] != nil { print(text) }
    #expect(status == 2, "a link among the submissions is not graded: \(text)")
    let book = try made.book()
    let right = try #require(book["anna right"])
    #expect(right.points == right.possible, "\(right)")
    #expect(book["untouched"]?.exercises.allSatisfy { $0.state == "not attempted" } == true)
    #expect(try made.feedback("untouched").contains("## Not attempted\n\n- 02 The perceptron: "))
    #expect(book["empty"]?.points == 0)
    #expect(book["empty"]?.flags == ["it has no folder Exercises"])
    #expect(
      book["a link"]?.flags == ["not graded: it is a symbolic link, which is not followed"])
    #expect(book["a link"]?.state == "not graded" && book["a link"]?.points == nil)
    #expect(book["linked"]?.flags.contains("it has no folder Exercises") == true)
    #expect(book["linked"]?.points == 0)
    for kind in kinds {
      let entry = try #require(book[kind.rawValue])
      let result = try #require(entry["2.2"])
      #expect(result.state == kind.expected.state, "\(kind): \(result.message)")
      #expect(result.message.contains(kind.expected.words), "\(kind): \(result.message)")
      #expect(result.points < result.possible)
      if result.message.contains("in  ") {
        #expect(result.message.contains("Exercises/Lesson02/UpdateRule.swift"), "\(result.message)")
      }
      if kind == .linksItsFolder { continue }
      for other in witnesses {
        #expect(entry[other] == right[other], "\(kind) has changed \(other)")
      }
    }

    #expect(snapshot(of: made.submissions) == classBefore, "a submission was changed")
    #expect(
      snapshot(of: Repository.root, without: [".build", ".git"]) == courseBefore,
      "the course was changed")
    #expect(Self.processes(saying: made.folder.path) == [])
    #expect(Self.processes(saying: "71421") == [])
    if let keep = ProcessInfo.processInfo.environment["COURSE_KEEP"] {
      try FileManager.default.copyItem(atPath: made.out.path, toPath: keep)
    }
  }

  /// The command lines of running processes that contain some words.
  static func processes(saying words: String) -> [String] {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return all.filter { Int($0) != nil }.compactMap {
      let data = FileManager.default.contents(atPath: "/proc/\($0)/cmdline") ?? Data()
      let line = String(decoding: data.map { $0 == 0 ? 32 : $0 }, as: UTF8.self)
      return line.contains(words) ? line : nil
    }
  }
}
