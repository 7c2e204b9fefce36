import Checks
import ExerciseKit
import Foundation
import Testing

@testable import Course

/// The edition that students are given: complete in itself, and without what they must not have.
@Suite(.inEnglish) struct EditionTests {
  @Test func isCompleteWithoutTheSolutions() throws {
    let made = try MadeUpClass()
    defer { made.remove() }
    let folder = made.folder.appendingPathComponent("an edition")
    let (status, text) = try made.course(["student-edition", "an edition"])
    #expect(status == 0, "\(text)")

    let files = snapshot(of: folder)
    for path in ["Solutions", "Tests/CheckTests", "Tests/CourseTests", ".ci", ".git", ".build"] {
      #expect(files[path] == nil, "\(path) was handed out")
    }
    for exercise in Catalogue.exercises {
      #expect(
        try Data(contentsOf: folder.appendingPathComponent(exercise.path))
          == Data(contentsOf: Place.course.stub(of: exercise)))
    }
    let manifest = try document(folder, "Package.swift")
    #expect(manifest.contains("let isStudentEdition = true"))
    let readme = try document(folder, "README.md")
    #expect(readme.contains("swift test"))
    for word in ["Solutions", "How to grade", ".ci/run", "full course only"] {
      #expect(!readme.contains(word), "README.md speaks of \(word)")
    }
    let workflow = ".github/workflows/exercises.yml"
    #expect(try document(folder, workflow).contains("swift run Course check"))
    #expect(Self.brokenLinks(in: folder, files.keys) == [])
  }

  @Test func anUpdateKeepsTheLanguageOfTheComments() throws {
    let made = try MadeUpClass()
    defer { made.remove() }
    let folder = made.folder.appendingPathComponent("edition")
    for words in [["student-edition", "--language", "es", "edition"], ["update", "edition"]] {
      let (status, text) = try made.course(words)
      #expect(status == 0, "\(text)")
      let record = try #require(try EditionRecord.read(from: folder))
      #expect(record.language == "es")
    }
    for exercise in Catalogue.exercises {
      let stub = try String(contentsOf: Place.course.stub(of: exercise), encoding: .utf8)
      let path = "Exercises/.stubs/\(exercise.folder)/\(exercise.file)"
      let translated = try StubComments.translated(Data(stub.utf8), path: path, to: "es")
      #expect(try document(folder, path) == String(decoding: translated, as: UTF8.self))
      #expect(try document(folder, exercise.path) == document(folder, path))
    }
  }

  private func document(_ folder: URL, _ path: String) throws -> String {
    try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
  }

  /// Links of documents that lead somewhere in the course, but nowhere here.
  private static func brokenLinks(in folder: URL, _ paths: some Sequence<String>) -> [String] {
    var broken: [String] = []
    for path in paths where path.hasSuffix(".md") {
      let text =
        (try? String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)) ?? ""
      for match in text.matches(of: /\]\(([^)#\s]+)(#[^)\s]*)?\)/)
      where !match.1.hasPrefix("http") {
        func exists(in root: URL) -> Bool {
          let place = root.appendingPathComponent(path).deletingLastPathComponent()
          return FileManager.default.fileExists(
            atPath: place.appendingPathComponent(String(match.1)).path)
        }
        if exists(in: Repository.root), !exists(in: folder) {
          broken.append("\(path) links to \(match.1)")
        }
      }
    }
    return broken
  }

  @Test func isNotMadeOverOtherFiles() throws {
    let made = try MadeUpClass()
    defer { made.remove() }
    try Data("mine".utf8).write(to: made.student("note.txt"))
    let (status, text) = try made.course(["student-edition", made.submissions.path])
    #expect(status == 1 && text.contains("is not empty"), "\(text)")
    #expect(snapshot(of: made.submissions).keys.sorted() == ["note.txt"])
    for place in [Repository.root.path, Repository.root.path + "/docs/edition", "/"] {
      let (status, text) = try made.course(["student-edition", place])
      #expect(status == 1 && text.contains("choose a folder beside it"), "\(text)")
    }
  }

  @Test func documentsLoseWhatIsForInstructors() throws {
    let text = "a\n\n\(Redaction.begin)\n\nb\n\n\(Redaction.end)\n\nc\n"
    #expect(try Redaction.document(text, "x.md") == "a\n\nc\n")
    #expect(try Redaction.document("a\n\n\n```\n", "x.md").hasPrefix("a\n"))
    for bad in ["\(Redaction.begin)\n", "\(Redaction.end)\n"] {
      #expect(throws: ToolError.self) { try Redaction.document(bad, "x.md") }
    }
  }

  @Test func codeLosesItsHiddenChecks() throws {
    let code = """
      let parts = [1]
      #if HIDDEN_CHECKS
        #if os(Linux)
          let hidden = [2]
        #else
          let hidden = [3]
        #endif
      #else
        let hidden: [Int] = []
      #endif
      #if os(macOS)
        let other = 1
      #else
        let other = 2
      #endif
      """
    let rest = """
      let parts = [1]
        let hidden: [Int] = []
      #if os(macOS)
        let other = 1
      #else
        let other = 2
      #endif
      """
    #expect(try Redaction.code(code, "x.swift") == rest)
    let all = Data("#if HIDDEN_CHECKS\nlet secret = 1\n#endif\n".utf8)
    #expect(try Redaction.redacted(all, path: "Sources/Checks/Secret.swift") == nil)
    #expect(throws: ToolError.self) { try Redaction.code("#if HIDDEN_CHECKS\n", "x.swift") }
  }
}
