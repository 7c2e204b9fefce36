import ExerciseKit
import Foundation

/// The mutants that are right answers too: docs/en/claims/equivalent-mutants.md lists them, each
/// with the reason.
///
///     ## 16.1
///
///     - `guard stepCount >= 1 else { return [first] }`: for one step both ways give the same.
///
/// What stands between the backquotes is the changed line, or `without: ` and the line that is
/// gone.
struct EquivalentMutants {
  static let path = "docs/en/claims/equivalent-mutants.md"

  /// The reasons by exercise and changed line.
  private(set) var reasons: [String: [String: String]] = [:]

  init(of place: Place) throws {
    let file = place.root.appendingPathComponent(Self.path)
    let isThere = FileManager.default.fileExists(atPath: file.path)
    try self.init(page: isThere ? String(contentsOf: file, encoding: .utf8) : "")
  }

  init(page: String) throws {
    var exercise = ""
    for line in page.split(separator: "\n") {
      if let match = line.wholeMatch(of: /## (\d+\.\d+).*/) { exercise = "\(match.1)" }
      guard line.hasPrefix("- `") else { continue }
      guard let match = line.wholeMatch(of: /- `([^`]+)`: (.+)/), !exercise.isEmpty else {
        throw ToolError("\(Self.path) is to say \"- `changed line`: reason\", and says: \(line)")
      }
      reasons[exercise, default: [:]]["\(match.1)"] = "\(match.2)"
    }
  }

  func reason(_ exercise: Exercise, _ mutant: Mutant) -> String? {
    reasons[exercise.number]?[mutant.key]
  }
}
