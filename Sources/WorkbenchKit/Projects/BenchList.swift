import Checks
import ExerciseKit
import Foundation
import LessonKit

/// `swift run Workbench`: what can be built, and what is still missing for it.
struct BenchList {
  private let programs: [any BenchProgram.Type]

  init(_ programs: [any BenchProgram.Type]) { self.programs = programs }

  var text: String {
    var rows: [String] = []
    let head: Text = "Your workbench: projects that your answers to the exercises are made into"
    rows += ["", " " + head.words, ""]
    for project in Catalogue.projects {
      rows.append("   " + Self.filled(project.name, 13) + project.title.words)
      let state = Self.state(of: project)
      rows.append("   " + Self.filled("", 13) + state.words)
    }
    let others = programs.filter { $0.project == nil }
    if !others.isEmpty {
      let own: Text = "Programs of your own, in Exercises/Workbench"
      rows += ["", " " + own.words, ""]
      rows += others.map { "   \($0.name)" }
    }
    let table: Text = "Your own data: a baseline first, then a network, and a verdict"
    let commands: Text = """
      swift run Workbench NAME [--seed N] [--figures DIR] [--plain] [--json] [--help]
      swift run Workbench table FILE.csv --target COLUMN
      """
    rows += ["", " " + table.words, "", "   table FILE.csv --target COLUMN", ""]
    rows += commands.words.split(separator: "\n").map { " " + $0 }
    return rows.joined(separator: "\n")
  }

  /// Only whether files were begun is looked at here; the run itself checks them.
  private static func state(of project: Project) -> Text {
    let root = ProjectRecord.root
    if ProjectRecord.stands(project, in: root) { return "stands" }
    let open = project.exercises.filter { !isBegun($0, in: root) }
    if open.isEmpty { return "all its answers are begun: swift run Workbench \(project.name)" }
    return "needs \(open.map(\.number))"
  }

  private static func isBegun(_ exercise: Exercise, in root: URL) -> Bool {
    let files = FileManager.default
    let answer = files.contents(atPath: root.appendingPathComponent(exercise.path).path)
    let stub = "Exercises/.stubs/\(exercise.folder)/\(exercise.file)"
    return answer != nil && answer != files.contents(atPath: root.appendingPathComponent(stub).path)
  }

  private static func filled(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }
}
