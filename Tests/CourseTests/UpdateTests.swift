import Checks
import ExerciseKit
import Foundation
import Testing

@testable import Course

/// A newer edition under older answers: nothing that a student has written is lost.
@Suite(.inEnglish) struct UpdateTests {
  /// A course of a few files, made anew for each edition.
  private struct SmallCourse {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("course-tests-\(UUID().uuidString)")
    var place: Place { Place(root: folder.appendingPathComponent("course")) }
    var edition: URL { folder.appendingPathComponent("edition") }

    func write(_ files: [String: String], to root: URL) throws {
      for (path, text) in files {
        let file = root.appendingPathComponent(path)
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
      }
    }

    func read(_ path: String) -> String? {
      try? String(contentsOf: edition.appendingPathComponent(path), encoding: .utf8)
    }

    func remove() { try? FileManager.default.removeItem(at: folder) }
  }

  /// An edition in a student's hands, and the course after some months.
  private func handedOut() throws -> SmallCourse {
    let small = SmallCourse()
    let old = [
      "Package.swift": "let isStudentEdition = false\n", "README.md": "one\n",
      "Solutions/Lesson01/A.swift": "the answer",
      "Exercises/.stubs/Lesson01/A.swift": "a todo()",
      "Exercises/.stubs/Lesson01/B.swift": "b todo()",
      "Exercises/.stubs/Lesson01/C.swift": "c todo()",
      "Exercises/.stubs/Lesson01/Gone.swift": "gone todo()",
      "Lessons/Lesson01/One.swift": "lesson one", "Lessons/Lesson01/Two.swift": "lesson two",
      "docs/en/old.md": "old",
    ]
    try small.write(old, to: small.place.root)
    _ = try StudentEditionCommand.run(small.place, to: small.edition)
    try small.write(
      [
        "Exercises/Lesson01/A.swift": "my a", "Exercises/Lesson01/B.swift": "my b",
        "Exercises/Lesson01/Gone.swift": "my gone", "Lessons/Lesson01/One.swift": "my lesson",
        "notes.txt": "my notes",
      ], to: small.edition)
    try small.write(
      [
        "README.md": "two\n", "Exercises/.stubs/Lesson01/B.swift": "b, harder todo()",
        "Exercises/.stubs/Lesson01/C.swift": "c, harder todo()",
        "Exercises/.stubs/Lesson01/D.swift": "d todo()",
        "Lessons/Lesson01/One.swift": "lesson one, better", "docs/en/new.md": "new",
      ], to: small.place.root)
    for path in ["Exercises/.stubs/Lesson01/Gone.swift", "docs/en/old.md"] {
      try FileManager.default.removeItem(at: small.place.root.appendingPathComponent(path))
    }
    return small
  }

  @Test func answersStay() throws {
    let small = try handedOut()
    defer { small.remove() }
    let update = try UpdateCommand(small.place, to: small.edition)

    #expect(small.read("Exercises/Lesson01/A.swift") == "my a")
    #expect(small.read("Exercises/Lesson01/B.swift") == "my b")
    #expect(update.kept == ["Exercises/Lesson01/A.swift", "Exercises/Lesson01/B.swift"])
    #expect(update.outdated == ["Exercises/Lesson01/B.swift"])
    #expect(small.read("Exercises/.stubs/Lesson01/B.swift") == "b, harder todo()")
    #expect(small.read("Exercises/Lesson01/C.swift") == "c, harder todo()", "untouched, so new")
    #expect(small.read("Exercises/Lesson01/D.swift") == "d todo()")
    #expect(small.read("README.md") == "two\n")
    #expect(small.read("docs/en/new.md") == "new")
    #expect(small.read("docs/en/old.md") == nil)
    #expect(small.read("notes.txt") == "my notes")
    #expect(small.read("Solutions/Lesson01/A.swift") == nil)
    #expect(small.read("Package.swift") == "let isStudentEdition = true\n")
    #expect(update.overruled == ["Lessons/Lesson01/One.swift"])
    #expect(update.withdrawn == ["Exercises/Lesson01/Gone.swift"])

    let backup = try #require(update.backup)
    #expect(small.read("\(backup)/Exercises/Lesson01/A.swift") == "my a")
    #expect(small.read("\(backup)/Exercises/Lesson01/Gone.swift") == "my gone")
    #expect(small.read("\(backup)/Lessons/Lesson01/One.swift") == "my lesson")
    for word in ["Lessons/Lesson01/One.swift", "B.swift", backup] {
      #expect(update.text.contains(word), "\(update.text)")
    }
  }

  @Test func aSecondTimeChangesNothing() throws {
    let small = try handedOut()
    defer { small.remove() }
    _ = try UpdateCommand(small.place, to: small.edition)
    let before = snapshot(of: small.edition, without: ["Backups", EditionRecord.name])
    let again = try UpdateCommand(small.place, to: small.edition)
    #expect(again.added + again.replaced + again.removed + again.overruled == [])
    #expect(snapshot(of: small.edition, without: ["Backups", EditionRecord.name]) == before)
  }

  /// Students may have no more than a newer edition to update an older one with.
  @Test func comesFromAnEditionToo() throws {
    let small = try handedOut()
    defer { small.remove() }
    let newer = small.folder.appendingPathComponent("newer")
    _ = try StudentEditionCommand.run(small.place, to: newer)
    try small.write(["Exercises/Lesson01/C.swift": "a friend's c"], to: newer)
    let update = try UpdateCommand(Place(root: newer), to: small.edition)
    #expect(small.read("Exercises/Lesson01/A.swift") == "my a")
    #expect(small.read("Exercises/Lesson01/C.swift") == "c, harder todo()")
    #expect(small.read("README.md") == "two\n")
    #expect(update.kept.count == 2)
  }

  @Test func otherFoldersAreRefused() throws {
    let small = try handedOut()
    defer { small.remove() }
    let empty = small.folder.appendingPathComponent("empty")
    try FileManager.default.createDirectory(at: empty, withIntermediateDirectories: true)
    #expect(throws: ToolError.self) { try UpdateCommand(small.place, to: empty) }
    #expect(throws: ToolError.self) { try UpdateCommand(small.place, to: small.place.root) }
    let record = small.edition.appendingPathComponent(EditionRecord.name)
    for bad in [
      "no JSON", #"{"files": {"../course/README.md": "1"}}"#, #"{"files": {"/etc": ""}}"#,
    ] {
      try Data(bad.utf8).write(to: record)
      #expect(throws: ToolError.self) { try UpdateCommand(small.place, to: small.edition) }
    }
    #expect(small.read("README.md") == "one\n")
  }

  @Test func noLinkIsFollowed() throws {
    let small = try handedOut()
    defer { small.remove() }
    let lesson = small.edition.appendingPathComponent("Lessons/Lesson01")
    let outside = small.folder.appendingPathComponent("outside")
    try FileManager.default.moveItem(at: lesson, to: outside)
    try FileManager.default.createSymbolicLink(at: lesson, withDestinationURL: outside)
    let before = snapshot(of: small.folder)
    #expect(throws: ToolError.self) { try UpdateCommand(small.place, to: small.edition) }
    #expect(snapshot(of: small.folder) == before, "something was changed before the refusal")
  }
}
