import Checks
import ExerciseKit
import Foundation
import Testing

@testable import Course

/// Whatever lies in the graded folder appears in the grades, however it was packed.
@Suite(.inEnglish) struct IntakeTests {
  private static let file = "Exercises/Lesson02/UpdateRule.swift"

  private static func answer() throws -> Data {
    try Data(
      contentsOf: Repository.root.appendingPathComponent("Solutions/Lesson02/UpdateRule.swift"))
  }

  /// An archive of the system's `tar`.
  private func tar(_ options: String, _ name: String, of made: MadeUpClass) throws {
    let source = made.folder.appendingPathComponent("packed")
    let target = source.appendingPathComponent(Self.file)
    try FileManager.default.createDirectory(
      at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Self.answer().write(to: target)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["tar", options, made.student(name).path, "-C", source.path, "Exercises"]
    try process.run()
    process.waitUntilExit()
  }

  @Test func everyPackingIsRead() throws {
    let made = try MadeUpClass()
    defer { made.remove() }
    let answer = try Self.answer()
    let plain = Zip.archive([(Self.file, answer)])
    var right: [String: Data] = [
      "plain.zip": plain,
      "backslashes.zip": Zip.archive([
        (Self.file.replacingOccurrences(of: "/", with: "\\"), answer)
      ]),
      "deep.zip": Zip.archive([("a/b/c/d/e/" + Self.file, answer)]),
      "zip in zip.zip": Zip.archive([("inner.zip", plain)]),
      "twice.zip": Zip.archive([(Self.file, Data("junk".utf8)), (Self.file, answer)]),
      "a long list.zip": Zip.archive(
        (0..<300).map { ("more/\(String(repeating: "x", count: 15_000))\($0)", Data()) }
          + [(Self.file, answer)]),
      "ada_4711_UpdateRule-1.swift": answer,
    ]
    for (name, data) in right { try data.write(to: made.student(name)) }
    for name in ["a folder", ".hidden", String(repeating: "\u{f6}", count: 120)] {
      try FileManager.default.createDirectory(
        at: made.student(name), withIntermediateDirectories: true)
      try plain.write(to: made.student(name).appendingPathComponent("inner.zip"))
      right[name] = plain
    }
    for (options, name) in [("-cf", "one.tar"), ("-czf", "two.tar.gz"), ("-czf", "three.tgz")] {
      try tar(options, name, of: made)
      right[name] = answer
    }
    let (status, text) = try made.grade(["--only", "2.2"])
    #expect(status == 0, "\(text)")
    let book = try made.book()
    #expect(book.count == right.count)
    for name in right.keys {
      #expect(book[name]?["2.2"]?.state == "passed", "\(name): \(String(describing: book[name]))")
    }
  }

  @Test func whatIsNotGradedSaysWhy() throws {
    let made = try MadeUpClass()
    defer { made.remove() }
    var encrypted = Zip.archive([(Self.file, try Self.answer())])
    let list = encrypted.range(of: Data([0x50, 0x4b, 1, 2]))!
    encrypted[list.lowerBound + 8] |= 1
    let expected: [(name: String, data: Data, words: String)] = [
      ("a.rar", Data("Rar!".utf8), "a .rar: unpack it"),
      ("b.pdf", Data(), "a .pdf: expected a folder"),
      ("c.zip", encrypted, "an encrypted .zip: unpack it"),
      ("d.tar.gz", Data("no".utf8), "a damaged .tar.gz"),
      ("e.tar", Data(repeating: 7, count: 2048), "a damaged .tar"),
      ("Mine.swift", Data(), "no exercise has a file of this name"),
      ("noending", Data(), "a file without an ending"),
    ]
    for (name, data, _) in expected { try data.write(to: made.student(name)) }
    try Data().write(to: made.student(".DS_Store"))
    let (status, text) = try made.grade(["--only", "2.2"])
    #expect(status == 2, "\(text)")
    let book = try made.book()
    #expect(Set(book.keys) == Set(expected.map(\.name)))
    for (name, _, words) in expected {
      #expect(book[name]?.points == nil && book[name]?.state == "not graded")
      #expect(book[name]?.flags.first?.contains(words) == true, "\(name): \(text)")
    }
    #expect(made.graded.isEmpty, "what was not graded must not be kept")
  }

  @Test func secondNamesAreNotFollowed() throws {
    let made = try MadeUpClass()
    defer { made.remove() }
    let secret = made.folder.appendingPathComponent("secret")
    try Self.answer().write(to: secret)
    for name in ["soft", "hard"] {
      let file = made.file(name, "Lesson02/UpdateRule.swift")
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      if name == "soft" {
        try FileManager.default.createSymbolicLink(at: file, withDestinationURL: secret)
      } else {
        try FileManager.default.linkItem(at: secret, to: file)
      }
    }
    #expect(try made.grade(["--only", "2.2"]).status == 0)
    let book = try made.book()
    for name in ["soft", "hard"] { #expect(book[name]?["2.2"]?.state == "refused", "\(name)") }
  }

  @Test func twoOfOneStudentAreToldApart() throws {
    let made = try MadeUpClass()
    defer { made.remove() }
    try Zip.archive([(Self.file, try Self.answer())]).write(to: made.student("kim.zip"))
    try tar("-cf", "kim.tar", of: made)
    #expect(try made.grade(["--only", "2.2"]).status == 0)
    let book = try made.book()
    #expect(Set(book.values.map(\.student)) == ["kim (kim.zip)", "kim (kim.tar)"])
    #expect(book["kim.zip"]?.flags == ["kim has handed in more than once: kim.tar too"])
  }

  /// What a process says it has earned can neither leave the exercise's range nor end the grading.
  @Test func pointsStayInTheirRange() throws {
    let made = try MadeUpClass()
    defer { made.remove() }
    let words = try CommandWords(
      ["grade", made.submissions.path, "--only", "2.2"], flags: [:],
      valued: ["grade": GradeOptions.valued])
    let exercise = Catalogue.exercises.first { $0.number == "2.2" }!
    for points in [Int.max, Int.min, 99] {
      let json = #"""
        {"exercise": "2.2", "state": "failed", "points": \#(points), "possible": 1, "lines": []}
        """#
      let outcome = try JSONDecoder().decode(Outcome.self, from: Data(json.utf8))
      let graded = GradedSubmission(
        name: "x", key: "", flags: [], results: [.init(outcome: outcome, seconds: 0)])
      let grades = Grades([graded, graded], try GradeOptions(words), seed: 1, isolation: "")
      let total = try #require(grades.students[0].total)
      #expect((0...Double(exercise.points)).contains(total))
    }
  }
}
