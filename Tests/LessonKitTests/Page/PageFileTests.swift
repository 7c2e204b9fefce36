import Foundation
import Testing

@testable import LessonKit

@Suite struct PageFileTests {
  private let page = PageFrame(title: "A page", main: "<h1>A page</h1>").document

  @Test func writesAndWritesOverItsOwn() throws {
    let scratch = try Scratch()
    let file = PageFile(scratch.path("page.html"))
    try file.write(page)
    try file.write(page + "<!-- again -->")
    #expect(try scratch.text("page.html").hasSuffix("<!-- again -->"))
    #expect(scratch.names == ["page.html"])
  }

  @Test func leavesWhatIsNotOursAlone() throws {
    let scratch = try Scratch()
    try "my diary".write(toFile: scratch.path("diary.html"), atomically: true, encoding: .utf8)
    let error = try #require(throws: PageError.self) {
      try PageFile(scratch.path("diary.html")).write(page)
    }
    #expect(error.description.contains("is no page of the course"))
    #expect(try scratch.text("diary.html") == "my diary")
    #expect(scratch.names == ["diary.html"])
  }

  @Test func refusesPlacesThatAreNone() throws {
    let scratch = try Scratch()
    try "x".write(toFile: scratch.path("file"), atomically: true, encoding: .utf8)
    for (path, words) in [
      (scratch.folder.path, "is a folder"), (scratch.path("new") + "/", "is a folder"),
      (scratch.path("none/page.html"), "there is no folder"),
      (scratch.path("file/page.html"), "is a file, not a folder"),
      ("/dev/full", "is no page of the course"),
    ] {
      let error = try #require(throws: PageError.self, "\(path)") { try PageFile(path).check() }
      #expect(error.description.contains(words), "\(error)")
      #expect(!error.description.contains("\n"))
    }
    #expect(scratch.names == ["file"])
  }

  @Test func saysSoBeforeTheLessonBegins() throws {
    let scratch = try Scratch()
    let recorder = Recorder()
    var hasBegun = false
    let status = recorder.run(["--page", scratch.path("none/page.html")]) { _ in hasBegun = true }
    #expect(status == ExitStatus.failure && !hasBegun)
    #expect(recorder.output.isEmpty)
    #expect(recorder.errors.hasPrefix("Lesson04: cannot write \"page.html\""))
    #expect(recorder.errors.filter(\.isNewline).count == 1)
  }

  /// The folder goes away while the lesson runs.
  @Test func aLateTroubleIsOneSentenceToo() throws {
    let scratch = try Scratch()
    let folder = scratch.path("out")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let recorder = Recorder()
    let status = recorder.run(["--page", folder + "/page.html"]) { board in
      board.section("One")
      try FileManager.default.removeItem(atPath: folder)
    }
    #expect(status == ExitStatus.failure)
    #expect(
      recorder.errors.contains("there is no folder") && !recorder.output.contains("written to"))
  }

  @Test func aLessonThatFailsLeavesNoPage() throws {
    struct Broken: Error {}
    let scratch = try Scratch()
    let status = Recorder().run(["--page", scratch.path("page.html")]) { board in
      board.section("One")
      throw Broken()
    }
    #expect(status == ExitStatus.failure && scratch.names.isEmpty)
  }

  /// A disk without room, as far as a test can have one: a file that may not grow.
  @Test func aFullDiskIsNamed() throws {
    #if os(Linux)
      let descriptor = open("/dev/full", O_WRONLY)
      defer { close(descriptor) }
      #expect(Terminal.write(page, to: descriptor) == ENOSPC)
    #endif
  }

  @Test func optionNeedsAName() {
    let recorder = Recorder()
    #expect(recorder.run(["--page"]) == ExitStatus.usage)
    #expect(recorder.errors.contains("--page needs a value: a file"))
  }
}
