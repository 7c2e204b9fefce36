import Checks
import ExerciseKit
import Foundation

/// A class that does not exist: good students, bad ones, and every kind of sabotage.
struct MadeUpClass {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("course-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: submissions, withIntermediateDirectories: true)
  }

  var submissions: URL { folder.appendingPathComponent("class") }
  var out: URL { folder.appendingPathComponent("grades") }

  func remove() { try? FileManager.default.removeItem(at: folder) }

  /// The folder of one student.
  func student(_ name: String) -> URL { submissions.appendingPathComponent(name) }

  /// Hands in the reference answers of some lessons, or the stubs.
  func handIn(_ name: String, from room: String, lessons: [String]) throws {
    let files = FileManager.default
    let target = student(name).appendingPathComponent("Exercises")
    try files.createDirectory(at: target, withIntermediateDirectories: true)
    for lesson in lessons {
      try files.copyItem(
        at: Repository.root.appendingPathComponent("\(room)/Lesson\(lesson)"),
        to: target.appendingPathComponent("Lesson\(lesson)"))
    }
  }

  /// The path of an answer inside a submission.
  func file(_ student: String, _ path: String) -> URL {
    self.student(student).appendingPathComponent("Exercises/\(path)")
  }

  func write(_ text: String, to student: String, _ path: String) throws {
    try Data(text.utf8).write(to: file(student, path))
  }

  /// Runs the tool and returns what it said and how it ended.
  @discardableResult
  func course(_ arguments: [String], in place: URL? = nil) throws -> (status: Int32, text: String) {
    try Tool.run(arguments, in: place ?? folder)
  }

  /// Grades the class, with more options.
  @discardableResult
  func grade(_ options: [String]) throws -> (status: Int32, text: String) {
    try course(["grade", submissions.path, "--out", out.path, "--seed", "7"] + options)
  }

  /// What the grader wrote.
  func book() throws -> [String: BookEntry] {
    let data = try Data(contentsOf: out.appendingPathComponent("grades.json"))
    let book = try JSONDecoder().decode(Book.self, from: data)
    return Dictionary(uniqueKeysWithValues: book.submissions.map { ($0.folder, $0) })
  }

  func feedback(_ student: String) throws -> String {
    try String(
      contentsOf: out.appendingPathComponent("feedback/\(student).md"), encoding: .utf8)
  }
}

struct Book: Decodable {
  let seed: UInt64
  let isolation: String
  let submissions: [BookEntry]
}

struct BookEntry: Decodable {
  struct Exercise: Decodable, Equatable {
    let number, state, message: String
    let points, possible: Double
  }

  let student, folder, state: String
  /// Nil when it was not graded.
  let points: Double?
  let possible: Double
  let flags: [String]
  let exercises: [Exercise]

  subscript(_ number: String) -> Exercise? { exercises.first { $0.number == number } }
}

/// The built tool.
enum Tool {
  static let executable: URL = {
    // Beside the tests, wherever the package manager has put them.
    let places =
      [Bundle.main.bundleURL, Bundle.main.executableURL?.deletingLastPathComponent()]
      + Bundle.allBundles.map { $0.bundleURL.deletingLastPathComponent() }
      + [Repository.root.appendingPathComponent(".build/debug")]
    return places.compactMap { $0?.appendingPathComponent("Course") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }!
  }()

  static func run(_ arguments: [String], in place: URL, _ environment: [String: String] = [:])
    throws -> (status: Int32, text: String)
  {
    let log = place.appendingPathComponent(".log-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: log) }
    let process = try start(arguments, in: place, environment, log: log)
    process.waitUntilExit()
    return (process.terminationStatus, try String(contentsOf: log, encoding: .utf8))
  }

  /// Starts the tool, and does not wait for it.
  static func start(
    _ arguments: [String], in place: URL, _ environment: [String: String] = [:], log: URL? = nil
  ) throws -> Process {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = place
    // Whatever the locale of this machine.
    let english = ["COURSE_LANGUAGE": "en"]
    process.environment = ProcessInfo.processInfo.environment.merging(english) { $1 }
      .merging(environment) { $1 }
    var output = FileHandle.nullDevice
    if let log {
      _ = FileManager.default.createFile(atPath: log.path, contents: nil)
      output = try FileHandle(forWritingTo: log)
    }
    process.standardOutput = output
    process.standardError = output
    process.standardInput = FileHandle.nullDevice
    try process.run()
    return process
  }
}

/// The names, sizes and dates of all files in a folder, to see whether anything has changed.
func snapshot(of folder: URL, without: Set<String> = []) -> [String: String] {
  var found: [String: String] = [:]
  let files = FileManager.default
  guard let walker = files.enumerator(atPath: folder.path) else { return [:] }
  while let path = walker.nextObject() as? String {
    if without.contains(path) {
      walker.skipDescendants()
      continue
    }
    let attributes = walker.fileAttributes
    let size = attributes?[.size] as? Int ?? 0
    let date = (attributes?[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
    let isFolder = attributes?[.type] as? FileAttributeType == .typeDirectory
    found[path] = isFolder ? "folder" : "\(size) \(date)"
  }
  return found
}
