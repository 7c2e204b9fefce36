import Checks
import ExerciseKit
import Foundation
import Sandbox

/// What `swift run Course grade` was asked for.
struct GradeOptions: Sendable {
  /// The submissions.
  let folder: URL
  /// Where the grades go.
  let out: URL
  let jobs: Int
  /// The seed of the checks' random inputs; nil takes the one of last time, or draws one.
  let seed: UInt64?
  let exercises: [Exercise]
  /// Points in place of the catalogue's.
  let points: [String: Double]
  /// What each project of the workbench earns; nil when they do not count.
  let projectPoints: Double?
  /// The students' names by folder.
  let students: [String: String]
  /// A weaker isolation than the strongest that works; nil takes that.
  let isolation: String?

  static let valued: Set<String> = [
    "--out", "--jobs", "--seed", "--only", "--points", "--students",
    "--isolation", "--projects",
  ]

  init(_ words: CommandWords) throws {
    try words.expect(1...1, "one folder of submissions")
    folder = Place.named(words.arguments[0])
    out = words.value("--out").map(Place.named) ?? URL(fileURLWithPath: folder.path + "-grades")
    let inside = out.path == folder.path || out.path.hasPrefix(folder.path + "/")
    guard !inside else {
      throw UsageError("--out \(out.path) lies among the submissions, which must not change")
    }
    jobs =
      try words.number("--jobs", in: 1...256) ?? ProcessInfo.processInfo.activeProcessorCount
    seed = try words.number("--seed", in: 0...Int.max).map { UInt64($0) }
    var chosen: Set<String> = []
    for word in (words.value("--only") ?? "").split(separator: ",") {
      let found = Tool.exercises(named: word.trimmingCharacters(in: .whitespaces))
      guard !found.isEmpty else { throw UsageError("--only: there is no exercise \"\(word)\"") }
      chosen.formUnion(found.map(\.number))
    }
    exercises = Catalogue.exercises.filter { chosen.isEmpty || chosen.contains($0.number) }
    points = try words.value("--points").map { try Self.points(in: Place.named($0)) } ?? [:]
    projectPoints = try words.value("--projects").map {
      guard let value = Double($0), (0...1_000_000).contains(value) else {
        throw UsageError("--projects \($0): expected the points of a project, like 5")
      }
      return value
    }
    isolation = words.value("--isolation")
    guard isolation.map(Isolation.names.contains) != false else {
      let names = Isolation.names.joined(separator: ", ")
      throw UsageError("--isolation \(isolation ?? ""): expected one of \(names)")
    }
    students = try words.value("--students").map { try Self.students(in: Place.named($0)) } ?? [:]
  }

  /// Lines such as `5.2, 3`; `#` begins a comment.
  static func points(in file: URL) throws -> [String: Double] {
    var points: [String: Double] = [:]
    for (number, line) in try lines(of: file) {
      let words = line.split { $0 == "," || $0 == ";" || $0 == "=" || $0.isWhitespace }
      guard words.count == 2, let value = Double(words[1]), (0...1_000_000).contains(value),
        Catalogue.exercises.contains(where: { $0.number == words[0] })
      else {
        throw ToolError(
          "\(file.lastPathComponent), line \(number): expected an exercise and its points, like `5.2, 3`"
        )
      }
      points[String(words[0])] = value
    }
    return points
  }

  /// Lines such as `folder, student`; no two folders may belong to one student.
  static func students(in file: URL) throws -> [String: String] {
    var students: [String: String] = [:]
    for (number, line) in try lines(of: file) {
      let separator: Character = line.contains(";") && !line.contains(",") ? ";" : ","
      let words = line.split(separator: separator, maxSplits: 1).map {
        $0.trimmingCharacters(in: CharacterSet(charactersIn: " \t\""))
      }
      guard words.count == 2, !words[0].isEmpty, !words[1].isEmpty else {
        throw ToolError(
          "\(file.lastPathComponent), line \(number): expected a folder and a student, like `group1, 4711`"
        )
      }
      guard !students.values.contains(words[1]) else {
        throw ToolError("\(file.lastPathComponent), line \(number): \(words[1]) was named before")
      }
      students[words[0]] = words[1]
    }
    return students
  }

  private static func lines(of file: URL) throws -> [(Int, String)] {
    guard let text = try? String(contentsOf: file, encoding: .utf8) else {
      throw ToolError("\(file.path) cannot be read")
    }
    return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated()
      .map { ($0 + 1, $1.trimmingCharacters(in: .whitespaces)) }
      .filter { !$1.isEmpty && !$1.hasPrefix("#") }
  }
}
