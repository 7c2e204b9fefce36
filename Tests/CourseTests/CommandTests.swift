import Checks
import Foundation
import Testing

@testable import Course

/// The words on the command line, as a newcomer types them.
@Suite(.inEnglish) struct CommandTests {
  @Test func pathsAreSeenFromWhereTheToolIsCalled() throws {
    let made = try MadeUpClass()
    defer { made.remove() }
    let inside = made.folder.appendingPathComponent("inside")
    try FileManager.default.createDirectory(at: inside, withIntermediateDirectories: true)
    var (status, text) = try made.course(["student-edition", "../students"], in: inside)
    #expect(status == 0, "\(text)")
    (status, text) = try made.course(["update", "../students"], in: inside)
    #expect(status == 0, "\(text)")
    try made.handIn("ann", from: "Exercises/.stubs", lessons: ["02"])
    (status, text) = try made.course(["grade", "../class", "--only", "2.2"], in: inside)
    #expect(status == 0, "\(text)")
    #expect(FileManager.default.fileExists(atPath: made.folder.path + "/class-grades/grades.csv"))
  }

  @Test func theLanguageIsChosenByTheOption() throws {
    let made = try MadeUpClass()
    defer { made.remove() }
    var (status, text) = try made.course(["list", "--language", "es"])
    #expect(status == 0 && text.contains("docs/es/01-mcculloch-pitts-neuron.md"), "\(text)")
    (status, text) = try made.course(["--language=en", "list"])
    #expect(status == 0 && text.contains("docs/en/01-mcculloch-pitts-neuron.md"), "\(text)")
    (status, text) = try made.course(["list", "--language", "xx"])
    #expect(status == 64 && text.contains("no texts in the language \"xx\""), "\(text)")
    (status, text) = try made.course(["list", "--language"])
    #expect(status == 64 && text.contains("--language needs a language's code"), "\(text)")
  }

  @Test func aFailedGradingLeavesNothingBehind() throws {
    let made = try MadeUpClass()
    defer { made.remove() }
    let before = snapshot(of: made.folder).keys.sorted()
    #expect(try made.course(["grade", "../nowhere"]).status == 1)
    #expect(try made.course(["grade", "class"]).status == 1)
    #expect(snapshot(of: made.folder).keys.sorted() == before)
  }

  @Test(arguments: [
    (["watch", "99"], "no exercise \"99\""), (["watch", "foo"], "no exercise \"foo\""),
    (["chek"], "did you mean `check`?"), (["gard", "x"], "there is no command \"gard\""),
    (["--version"], "Neuron to Diffusion \(Course.Tool.version)"),
  ])
  func saysWhatItUnderstood(_ arguments: [String], _ words: String) throws {
    let made = try MadeUpClass()
    defer { made.remove() }
    #expect(try made.course(arguments).text.contains(words))
  }

  /// The course's history begins with the version that the tool names.
  @Test func theVersionIsThatOfTheHistory() throws {
    let file = Repository.root.appendingPathComponent("CHANGELOG.md")
    let history = try String(contentsOf: file, encoding: .utf8)
    let first = try #require(history.firstMatch(of: /\n## ([0-9.]+)/))
    #expect(String(first.1) == Course.Tool.version)
  }

  #if os(Linux)
    @Test func aFullDiskIsTold() throws {
      let process = Process()
      process.executableURL = CourseTests.Tool.executable
      process.arguments = ["list"]
      process.standardOutput = FileHandle(forWritingAtPath: "/dev/full")
      let errors = Pipe()
      process.standardError = errors
      try process.run()
      let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      #expect(process.terminationStatus == 74, "\(text)")
      #expect(text.contains("the output cannot be written"))
      #expect(text.split(separator: "\n").count == 1)
    }
  #endif
}
