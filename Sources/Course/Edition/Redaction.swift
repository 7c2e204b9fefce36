import ExerciseKit
import Foundation

/// Takes out of a file what students are not given.
///
/// In documents that is what stands between two comments; in code, what only exists with hidden
/// checks; in the manifest, one line says which edition it is.
enum Redaction {
  static let begin = "<!-- full course only -->"
  static let end = "<!-- end of full course only -->"
  static let condition = "HIDDEN_CHECKS"
  private static let fullCourse = "let isStudentEdition = false"
  private static let studentEdition = "let isStudentEdition = true"

  /// The file as it is handed out; nil for one that nothing is left of.
  static func redacted(_ data: Data, path: String) throws -> Data? {
    guard path.hasSuffix(".swift") || path.hasSuffix(".md") else { return data }
    guard let text = String(data: data, encoding: .utf8) else { return data }
    if path == "Package.swift" {
      guard text.contains(fullCourse) || text.contains(studentEdition) else {
        throw ToolError("Package.swift does not say `\(fullCourse)`")
      }
      return Data(text.replacingOccurrences(of: fullCourse, with: studentEdition).utf8)
    }
    let rest = path.hasSuffix(".md") ? try document(text, path) : try code(text, path)
    if rest == text { return data }
    return rest.allSatisfy(\.isWhitespace) ? nil : Data(rest.utf8)
  }

  /// Without the lines between the two comments.
  static func document(_ text: String, _ path: String) throws -> String {
    var rows: [Substring] = []
    var isInside = false
    for row in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let mark = row.trimmingCharacters(in: .whitespaces)
      if mark == begin || mark == end {
        guard isInside == (mark == end) else { throw unbalanced(path, mark) }
        isInside.toggle()
        // The blank line behind goes with it, so that no two blank lines meet.
      } else if !isInside, !(row.isEmpty && rows.last?.isEmpty == true) {
        rows.append(row)
      }
    }
    guard !isInside else { throw unbalanced(path, begin) }
    return rows.joined(separator: "\n")
  }

  /// Without `#if HIDDEN_CHECKS`; what stands behind its `#else` stays.
  static func code(_ text: String, _ path: String) throws -> String {
    guard text.contains("#if \(condition)") else { return text }
    /// The conditions around a line: those of hidden checks with whether the line stays, others
    /// with nil.
    var around: [Bool?] = []
    var rows: [Substring] = []
    for row in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let words = row.split(whereSeparator: \.isWhitespace)
      let isKept = !around.contains(false)
      switch words.first {
      case "#if":
        let isHidden = words.count == 2 && words[1] == condition
        around.append(isHidden ? false : nil)
        if isHidden { continue }
      case "#else" where around.last != nil && around.last! != nil:
        around[around.count - 1] = true
        continue
      case "#endif":
        guard let last = around.popLast() else { throw unbalanced(path, "#endif") }
        if last != nil { continue }
      default: break
      }
      if isKept { rows.append(row) }
    }
    guard around.isEmpty else { throw unbalanced(path, "#if") }
    return rows.joined(separator: "\n")
  }

  private static func unbalanced(_ path: String, _ mark: String) -> ToolError {
    ToolError("\(path): `\(mark)` has no partner")
  }
}
