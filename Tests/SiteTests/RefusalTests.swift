import Foundation
import LessonKit
import Testing

@testable import Course

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Where no site can be made, and lessons that fail: one sentence, and nothing half-written.
@Suite(.inEnglish) struct RefusalTests {
  private let room: URL

  init() throws {
    room = FileManager.default.temporaryDirectory
      .appendingPathComponent("site-tests-\(UUID().uuidString)").resolvingSymlinksInPath()
    try FileManager.default.createDirectory(at: room, withIntermediateDirectories: true)
  }

  private func file(_ path: String, _ text: String = "mine") throws {
    let place = room.appendingPathComponent(path)
    try FileManager.default.createDirectory(
      at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: place)
  }

  /// Everything that lies in the room, hidden files too.
  private var names: [String] {
    (FileManager.default.enumerator(atPath: room.path)?.compactMap { $0 as? String } ?? []).sorted()
  }

  private func folder(_ name: String, course: Place = MadeSite.course) throws -> SiteFolder {
    try SiteFolder(room.appendingPathComponent(name), course: course)
  }

  private func refusal(_ name: String, course: Place = MadeSite.course) -> String {
    do {
      try folder(name, course: course).abandon()
      return ""
    } catch let error as ToolError { return error.message.words } catch { return "\(error)" }
  }

  @Test func whatIsNoSiteOfOursStays() throws {
    defer { try? FileManager.default.removeItem(at: room) }
    try file("full/thesis.txt")
    try file("text")
    try file("pages/.git/HEAD")
    try file("pages/\(SiteFolder.mark)")
    let before = names
    #expect(
      refusal("full").hasSuffix("is no site of the course, so it stays: choose another folder"))
    #expect(refusal("text").hasSuffix("/text is not a folder"))
    #expect(refusal("text/site").contains("there is no folder"))
    #expect(refusal("nowhere/site").contains("there is no folder"))
    #expect(refusal("pages").contains("whose history would be lost"))
    #expect(refusal(".", course: Place(root: room)).contains("the course itself"))
    #expect(
      refusal(".", course: Place(root: room.appendingPathComponent("full"))).contains("contains it")
    )
    #expect(names == before)
  }

  /// The name is that of the site, not of the folder beside it in which it would have been built.
  @Test func aFolderThatCannotBeWrittenIsNamed() throws {
    try file("closed/readme.txt")
    let closed = room.appendingPathComponent("closed").path
    let files = FileManager.default
    try files.setAttributes([.posixPermissions: 0o555], ofItemAtPath: closed)
    defer {
      try? files.setAttributes([.posixPermissions: 0o755], ofItemAtPath: closed)
      try? files.removeItem(at: room)
    }
    #if os(Linux)
      // Nobody may write there, not even the administrator, whom permissions do not stop.
      do {
        try SiteFolder(URL(fileURLWithPath: "/proc/site"), course: MadeSite.course).abandon()
        Issue.record("a site in /proc")
      } catch let error as ToolError {
        #expect(
          error.message.words.contains("/proc/site") || error.message.words.contains("/proc,"))
      }
    #endif
    if getuid() != 0 { #expect(refusal("closed/site").hasPrefix("you may not write in")) }
  }

  @Test func theOldSiteStaysUntilTheNewOneIsWhole() throws {
    defer { try? FileManager.default.removeItem(at: room) }
    let first = try folder("site")
    try first.write("one", to: "sub/index.html")
    #expect(!names.contains("site"))
    try first.publish()
    let second = try folder("site")
    try second.write("two", to: "index.html")
    #expect(
      try String(contentsOf: room.appendingPathComponent("site/sub/index.html"), encoding: .utf8)
        == "one")
    second.abandon()
    #expect(names == ["site", "site/\(SiteFolder.mark)", "site/sub", "site/sub/index.html"])
    let third = try folder("site")
    try third.write("three", to: "index.html")
    try third.publish()
    #expect(names == ["site", "site/\(SiteFolder.mark)", "site/index.html"])
  }

  /// A link that leads nowhere, and Markdown that GitHub would show otherwise: the file, the line,
  /// nothing written.
  @Test(arguments: [
    ("[a](b.md)", "README.md:3: the link b.md leads to nothing"),
    ("[a](docs/en/c.md#d)", "README.md:3: docs/en/c.md has no heading #d"),
    ("[a](../b.md)", "README.md:3: the link ../b.md leads out of the course"),
    ("<b>a</b>", "README.md:3: markup: < before a letter; write it as code"),
  ])
  func aMistakeInADocumentIsNamed(_ words: String, _ expected: String) throws {
    defer { try? FileManager.default.removeItem(at: room) }
    try file("course/README.md", "# A\n\n\(words)\n")
    try file("course/docs/en/c.md", "# C\n")
    var command = SiteCommand(
      course: Place(root: room.appendingPathComponent("course")),
      options: SiteOptions(folder: room.appendingPathComponent("site")))
    command.makesReference = false
    command.say = { _ in }
    let before = names
    let error = #expect(throws: ToolError.self) { _ = try command.run() }
    #expect(error?.message.words == expected)
    #expect(names == before)
  }

  /// Three lessons that fail in three ways: the pages say so, and so does the exit status.
  @Test func aLessonThatFailsHasAPageThatSaysSo() throws {
    defer { try? FileManager.default.removeItem(at: room) }
    let page = "<html>\(PageFrame.mark)<div class=\"where\"></div>Hello</html>"
    let root = MadeSite.course.root.path
    let links =
      "<a href=\"\(root)/docs/en/02-perceptron.md\">a</a> <a href=\"\(root)/Package.swift\">b</a>"
    try program("Lesson01", "printf '%s' '\(page)\(links)' > \"$2\"")
    try program("Lesson02", "printf '%s' '\(page)' > \"$2\"; exit 3")
    try program("Lesson03", "echo 'Fatal error: no <data>' >&2; exit 1")
    var options = SiteOptions(folder: room.appendingPathComponent("site"))
    // The Spanish pages are made by the built tool, which is not among these programs.
    options.isOnlyEnglish = true
    var command = SiteCommand(course: MadeSite.course, options: options)
    command.makesReference = false
    command.programs = room.appendingPathComponent("programs")
    let heard = Heard()
    command.say = { heard.lines.append($0.words) }
    #expect(try command.run() == 1)
    func made(_ number: String) throws -> String {
      try String(
        contentsOf: room.appendingPathComponent("site/lessons/\(number).html"), encoding: .utf8)
    }
    #expect(try made("01").contains("<a class=\"home\" href=\"../index.html\">"))
    #expect(try made("01").contains("Hello"))
    #expect(try made("01").contains("href=\"../01-mcculloch-pitts-neuron.html\""))
    #expect(try made("01").contains("<a href=\"../02-perceptron.html\">a</a> b"))
    #expect(try !made("01").contains("failed"))
    #expect(try made("02").contains("The run of this lesson failed: it ended with exit status 3."))
    #expect(try made("02").contains("Hello"))
    #expect(try made("03").contains("no &lt;data&gt;"))
    #expect(try made("04").contains("Lesson04 is not built"))
    #expect(heard.lines.contains("the run of lesson 03: FAILED, it ended with exit status 1"))
    #expect(heard.lines.last == "19 of 20 lessons failed: their pages say why")
  }

  private func program(_ name: String, _ script: String) throws {
    let path = "programs/\(name)"
    try file(path, "#!/bin/sh\n\(script)\n")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: room.appendingPathComponent(path).path)
  }

  @Test(arguments: [
    (["site"], "the folder to make"), (["site", "a", "b"], "the folder to make"),
    (["site", "a", "--repository", "here"], "expected an address that begins with https://"),
    (["site", "a", "--base-path", "a b"], "expected a path such as /course"),
    (["site", "a", "--fast"], "no option \"--fast\""),
  ])
  func refusesWordsThatItDoesNotKnow(_ words: [String], _ expected: String) throws {
    defer { try? FileManager.default.removeItem(at: room) }
    let error = #expect(throws: UsageError.self) {
      _ = try SiteOptions(
        try CommandWords(
          words, flags: ["site": SiteOptions.flags], valued: ["site": SiteOptions.valued]))
    }
    #expect(error?.message.words.contains(expected) == true)
  }
}

/// What a command has said.
private final class Heard {
  var lines: [String] = []
}
