import Checks
import Foundation
import LessonKit
import Testing

@testable import Course

/// Where the tool runs: terminals and pipes, disks that are full or not one's own, no home.
@Suite(.inEnglish) struct SurroundingsTests {
  @Test func coloursAreThoseOfTheLessons() throws {
    let made = try MadeUpClass()
    defer { made.remove() }
    func map(_ options: String...) throws -> String { try made.course(["list"] + options).text }
    let escape = "\u{1b}["
    #expect(try map("--color", "always").contains(escape + "2m·"))
    #expect(try map("--color=always").contains(escape))
    // A pipe is written plainly, as by a lesson.
    for plain in [try map(), try map("--plain"), try map("--plain", "--color", "always")] {
      #expect(!plain.contains(escape) && !plain.contains("·") && plain.contains("   . 1.1"))
    }
    #expect(try made.course(["--color", "never", "list"]).status == 0)
    for wrong in [["--color", "loud"], ["--color"]] {
      let (status, text) = try made.course(["list"] + wrong)
      #expect(status == 64 && text.contains("--color needs always, never or auto"), "\(text)")
    }
  }

  @Test func withoutAHome() throws {
    let made = try MadeUpClass()
    defer { made.remove() }
    for home in ["/nonexistent", "/dev/null"] {
      let (status, text) = try Tool.run(["list"], in: made.folder, ["HOME": home])
      #expect(status == 0 && text.contains("1.1"), "\(text)")
    }
  }

  #if os(Linux)
    /// In /sys nobody may make a file, not even root.
    @Test func aFolderThatCannotBeWritten() throws {
      let made = try MadeUpClass()
      defer { made.remove() }
      let desk = made.folder.appendingPathComponent("desk")
      #expect(try made.course(["student-edition", desk.path]).status == 0)
      let files = FileManager.default
      try files.createDirectory(
        at: desk.appendingPathComponent(".build"), withIntermediateDirectories: true)
      try files.createSymbolicLink(
        atPath: desk.path + "/.build/course", withDestinationPath: "/sys/kernel")
      let (status, text) = try Tool.run(
        ["hint", "2.2"], in: made.folder, ["COURSE_ROOT": desk.path])
      #expect(status == 1, "\(text)")
      #expect(text.hasPrefix("Course: ") && text.split(separator: "\n").count == 1, "\(text)")
      #expect(text.contains("copy of"), "\(text)")
      #expect(!text.contains("Cocoa") && !text.contains("error"), "\(text)")
    }
  #endif

  @Test func withoutACommandLine() {
    #expect(CallingConvention.trouble(arguments: [])?.contains("/proc is not mounted") == true)
    #expect(CallingConvention.trouble(arguments: ["Course"]) == nil)
  }

  #if os(Linux)
    /// Whether this process may mount a disk of its own, which a container often may not.
    private static let canMount: Bool = {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/unshare")
      process.arguments = ["-m", "mount", "-t", "tmpfs", "none", "/mnt"]
      process.standardError = FileHandle.nullDevice
      guard (try? process.run()) != nil else { return false }
      process.waitUntilExit()
      return process.terminationStatus == 0
    }()

    /// Runs the tool where `place` is a disk of its own.
    private func course(_ words: String, where place: String, options: String, _ desk: URL) throws
      -> (status: Int32, text: String)
    {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/unshare")
      process.arguments = [
        "-m", "sh", "-c",
        "mount -t tmpfs \(options) none \(place) && \(CourseTests.Tool.executable.path) \(words)",
      ]
      process.environment = ProcessInfo.processInfo.environment.merging(
        ["COURSE_ROOT": desk.path]
      ) { $1 }
      let output = Pipe()
      process.standardOutput = output
      process.standardError = output
      try process.run()
      let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      return (process.terminationStatus, text)
    }

    @Test(.enabled(if: canMount)) func aDiskWithoutRoom() throws {
      let made = try MadeUpClass()
      defer { made.remove() }
      let desk = made.folder.appendingPathComponent("desk")
      #expect(try made.course(["student-edition", desk.path]).status == 0)
      let cache = desk.path + "/.build/course"
      try FileManager.default.createDirectory(atPath: cache, withIntermediateDirectories: true)
      try Data("public func (".utf8).write(
        to: desk.appendingPathComponent("Exercises/Lesson02/UpdateRule.swift"))
      let (status, text) = try course("check 2.2", where: cache, options: "-o size=64k", desk)
      #expect(status == 74 && text.contains("the disk is full"), "\(text)")
      #expect(text.split(separator: "\n").count == 1, "\(text)")
    }

    @Test(.enabled(if: canMount)) func withoutProc() throws {
      let made = try MadeUpClass()
      defer { made.remove() }
      let (status, text) = try course("list", where: "/proc", options: "", made.folder)
      #expect(status == 69 && text.contains("/proc is not mounted"), "\(text)")
    }
  #endif

  @Test(arguments: [
    (CocoaError.Code.fileWriteOutOfSpace, "the disk is full"),
    (.fileWriteNoPermission, "work in a copy of your own"),
    (.fileReadNoPermission, "not yours to read"),
    (.fileWriteVolumeReadOnly, "can only be read"),
    (.fileReadNoSuchFile, "/a/b is not there"),
    (.fileWriteFileExists, "in the way"),
  ])
  func theSystemsReasonIsASentence(_ code: CocoaError.Code, _ words: String) {
    let trouble = SystemTrouble(CocoaError(code, userInfo: [NSFilePathErrorKey: "/a/b"]))
    #expect(trouble.sentence.words.contains(words), "\(trouble.sentence.words)")
    #expect(trouble.sentence.words.hasPrefix("/a/b"))
    #expect(trouble.isFullDisk == (code == .fileWriteOutOfSpace))
  }

  @Test func theReasonBeneathCounts() {
    let cause = NSError(domain: NSPOSIXErrorDomain, code: Int(ENOTDIR))
    let error = CocoaError(
      .fileWriteUnknown,
      userInfo: [NSURLErrorKey: URL(fileURLWithPath: "/a/b"), NSUnderlyingErrorKey: cause])
    #expect(
      SystemTrouble(error).sentence.words == "/a/b: a part of this path is a file, not a folder")
  }
}
