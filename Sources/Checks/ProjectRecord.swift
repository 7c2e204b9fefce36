import ExerciseKit
import Foundation

/// Remembers which projects of the workbench have stood, and with which answers.
///
/// It lies among what can be lost without harm, beside the marks of the exercises.
public enum ProjectRecord {
  /// The folder of the course; `COURSE_ROOT` names a copy of it, for tests.
  public static var root: URL {
    let copy = ProcessInfo.processInfo.environment["COURSE_ROOT"]
    return copy.map { URL(fileURLWithPath: $0) } ?? Repository.root
  }

  /// Notes that a project stands with the answers as they are now.
  public static func remember(_ project: Project) {
    let file = file(of: project, in: root)
    try? FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try? Data(key(of: project, in: root).utf8).write(to: file, options: .atomic)
  }

  /// Whether a project has stood with the answers as they are now.
  public static func stands(_ project: Project, in root: URL) -> Bool {
    FileManager.default.contents(atPath: file(of: project, in: root).path)
      == Data(key(of: project, in: root).utf8)
  }

  private static func file(of project: Project, in root: URL) -> URL {
    root.appendingPathComponent(".build/course/workbench/\(project.name)")
  }

  private static func key(of project: Project, in root: URL) -> String {
    var hash = ContentHash()
    for exercise in project.exercises {
      let path = root.appendingPathComponent(exercise.path).path
      hash.add(FileManager.default.contents(atPath: path) ?? Data())
    }
    return hash.text
  }
}
