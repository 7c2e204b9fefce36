import Checks
import ExerciseKit
import Foundation

/// What became of the mutants of one exercise, in a form that can be kept in a file.
struct MutationTable: Codable, Sendable {
  /// One mutant.
  struct Row: Codable, Sendable {
    let kind: String
    let line: Int
    let before: String
    let after: String
    let fate: MutationRun.Fate
    /// What stands after "likely", or how the answer ended.
    let title: String?
    /// What the student reads.
    let message: String

    var key: String { after.isEmpty ? "without: \(before)" : after }
  }

  let exercise: String
  let title: String
  let rows: [Row]
  /// Equivalent mutants of the list that did not come up, or were caught.
  let stale: [String]
  let seconds: Double

  init(_ run: MutationRun) {
    let title = run.exercise.title
    exercise = run.exercise.number
    self.title = title.words
    rows = run.results.map {
      Row(
        kind: $0.mutant.kind, line: $0.mutant.line, before: $0.mutant.before,
        after: $0.mutant.after, fate: $0.fate, title: $0.title,
        message: $0.outcome.message(title: title))
    }
    stale = run.stale
    seconds = run.seconds
  }

  func count(_ fates: MutationRun.Fate...) -> Int { rows.count { fates.contains($0.fate) } }

  // MARK: - Files

  /// The tables of a file, a line for each exercise.
  static func read(_ file: String) throws -> [MutationTable] {
    guard let data = FileManager.default.contents(atPath: file) else {
      throw ToolError("--from: \(file) cannot be read")
    }
    return try data.split(separator: UInt8(ascii: "\n")).enumerated().map { number, line in
      do { return try JSONDecoder().decode(MutationTable.self, from: Data(line)) } catch {
        throw ToolError("--from: line \(number + 1) of \(file) is no table of mutants")
      }
    }
  }

  /// Writes a line at the end of a file.
  func append(to file: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let line = try encoder.encode(self) + Data("\n".utf8)
    if !FileManager.default.fileExists(atPath: file) {
      _ = FileManager.default.createFile(atPath: file, contents: nil)
    }
    guard let handle = FileHandle(forWritingAtPath: file) else {
      throw ToolError("--table: \(file) cannot be written")
    }
    try handle.seekToEnd()
    try handle.write(contentsOf: line)
    try handle.close()
  }
}
