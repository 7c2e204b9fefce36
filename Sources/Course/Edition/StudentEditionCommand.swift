import Checks
import ExerciseKit
import Foundation

/// `swift run Course student-edition DIR`: a copy of the course to hand out; with `--language es`
/// the comments in the exercises' files are Spanish.
enum StudentEditionCommand {
  static func run(_ course: Place, to folder: URL, language: String = "en") throws -> String {
    try EditionFolder.refuse(folder, inside: course)
    let files = FileManager.default
    switch SafeFile.kind(of: folder) {
    case .nothing: break
    case .folder:
      // A fresh repository has its hidden folder, and nothing else yet.
      let names = try files.contentsOfDirectory(atPath: folder.path).filter { $0 != ".git" }
      guard names.isEmpty else {
        throw ToolError(
          """
          \(folder.path) is not empty; a newer edition is brought into an older one by \
          `swift run Course update`
          """)
      }
    default: throw ToolError("\(folder.path) is not a folder")
    }
    let edition = try Edition(of: course, language: language)
    let target = EditionFolder(folder)
    for (path, data) in edition.files { try target.write(data, path) }
    try EditionRecord(edition).write(to: folder)
    let exercises = Catalogue.exercises.count
    let words: Text = """
      \(folder.path) is a student edition, version \(Tool.version): \(edition.files.count) files, \(exercises) exercises, no \
      solutions. Try it as your students will: `swift test` in that folder.
      """
    return words.words.wrapped(label: " ")
  }
}

/// A folder with an edition; what is written there never goes through a link.
struct EditionFolder {
  let root: URL

  init(_ root: URL) { self.root = root }

  /// The course itself, and folders in it, are no place for an edition.
  static func refuse(_ folder: URL, inside course: Place) throws {
    let place = folder.resolvingSymlinksInPath().path
    let root = course.root.resolvingSymlinksInPath().path
    guard place != root, !place.hasPrefix(root + "/") else {
      throw ToolError("\(folder.path) lies in the course itself: choose a folder beside it")
    }
    guard !root.hasPrefix(place == "/" ? "/" : place + "/") else {
      throw ToolError("\(folder.path) contains the course: choose a folder beside it")
    }
  }

  func place(_ path: String) -> URL { root.appendingPathComponent(path) }

  /// Refuses a path that leads through a link, or to something that is no file.
  private func guarded(_ path: String) throws -> URL {
    var place = root
    let names = path.split(separator: "/")
    for (index, name) in names.enumerated() {
      place.appendPathComponent(String(name))
      let isLast = index == names.count - 1
      switch SafeFile.kind(of: place) {
      case .nothing: continue
      case .folder where !isLast: continue
      case .file where isLast: continue
      default:
        throw ToolError("\(place.path) is in the way: expected a \(isLast ? "file" : "folder")")
      }
    }
    return place
  }

  /// Nil when there is no such file.
  func read(_ path: String) throws -> Data? {
    let place = try guarded(path)
    guard SafeFile.kind(of: place) != .nothing else { return nil }
    return try Data(contentsOf: place)
  }

  func write(_ data: Data, _ path: String) throws {
    let place = try guarded(path)
    try FileManager.default.createDirectory(
      at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: place, options: .atomic)
  }

  func remove(_ path: String) throws {
    try FileManager.default.removeItem(at: try guarded(path))
  }
}
