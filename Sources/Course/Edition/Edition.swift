import Checks
import ExerciseKit
import Foundation

/// What students are given: the course without its solutions, with the tests of the exercises only,
/// and without what only instructors and authors read.
struct Edition {
  /// The contents by path.
  let files: [String: Data]

  /// Everything at the top of the course that is handed out; whatever else lies there is not.
  private static let handedOut = [
    "Package.swift", "README.md", "README.es.md", "LICENSE", ".gitignore", ".swift-format",
    "Sources", "Lessons",
    "Exercises", "Tests", "docs",
  ]
  private static let leftOut = [
    "Tests/CheckTests", "Tests/CourseTests", "Tests/HostileAnswers", "Tests/SandboxGuest",
    "Tests/SandboxTests", "Tests/DocumentTests", "Tests/WorkbenchTests", "Tests/WorkbenchGuest",
    "Tests/MiniTensorTests", "Tests/DatasetsTests", "Tests/LessonKitTests", "Tests/SiteTests",
    "docs/en/claims",
    "docs/en/instructors.md", "docs/es/instructors.md",
    "docs/en/writing-an-exercise.md", "docs/en/examples", "Sources/Course/Authors/Mutation",
    "Sources/Course/Authors/Texts",
  ]
  /// What a push to a repository of students' answers runs.
  private static let workflow = (
    from: "docs/en/examples/exercises.yml", to: ".github/workflows/exercises.yml"
  )

  /// The language of the comments in the exercises' files.
  let language: String

  /// Reads the course; an edition of one, too, is a course.
  init(of place: Place, language: String = "en") throws {
    self.language = language
    var paths = Self.handedOut.flatMap { Self.paths(below: $0, in: place.root) }
    // In a student's copy lie files of the student's own.
    if let record = try EditionRecord.read(from: place.root) {
      paths = record.files.keys.filter { !$0.hasPrefix("Exercises/Lesson") } + []
    }
    var files: [String: Data] = [:]
    for path in paths where !path.hasPrefix("Exercises/Lesson") {
      let file = place.root.appendingPathComponent(path)
      guard let data = FileManager.default.contents(atPath: file.path) else {
        throw ToolError("\(file.path) cannot be read")
      }
      guard var redacted = try Redaction.redacted(data, path: path) else { continue }
      let stubs = "Exercises/.stubs/"
      if path.hasPrefix(stubs) {
        redacted = try StubComments.translated(redacted, path: path, to: language)
      }
      files[path] = redacted
      // The exercises are handed out as their stubs say, whatever stands in them now.
      if path.hasPrefix(stubs) { files["Exercises/" + path.dropFirst(stubs.count)] = redacted }
    }
    let example = place.root.appendingPathComponent(Self.workflow.from)
    if let data = FileManager.default.contents(atPath: example.path) {
      files[Self.workflow.to] = data
    }
    self.files = files
  }

  /// The regular files of a folder of the course that are handed out.
  private static func paths(below path: String, in root: URL) -> [String] {
    guard !leftOut.contains(path) else { return [] }
    let place = root.appendingPathComponent(path)
    switch SafeFile.kind(of: place) {
    case .file: return [path]
    case .folder:
      let names = (try? FileManager.default.contentsOfDirectory(atPath: place.path)) ?? []
      return names.sorted().filter { name in
        let isHidden = name.hasPrefix(".") && "\(path)/\(name)" != "Exercises/.stubs"
        return !isHidden && name != "__pycache__"
      }.flatMap { paths(below: "\(path)/\($0)", in: root) }
    default: return []
    }
  }
}

/// What an edition was when it was handed out, kept in the edition itself, so that a newer one can
/// tell what the student has changed since.
struct EditionRecord: Codable {
  /// A fingerprint of each file, by path.
  var files: [String: String]
  /// The version of the course; older editions do not say.
  var version: String?
  /// The language of the exercises' comments; English where it is not said.
  var language: String?

  static let name = ".course-edition"

  init(_ edition: Edition) {
    files = edition.files.mapValues(Self.fingerprint)
    version = Tool.version
    language = edition.language == "en" ? nil : edition.language
  }

  /// FNV-1a (Fowler, Noll, Vo, 1991), byte by byte.
  ///
  /// Editions in students' hands hold such fingerprints: with another function all their files
  /// would look changed.
  static func fingerprint(_ data: Data) -> String {
    var state: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in data { state = (state ^ UInt64(byte)) &* 0x100_0000_01b3 }
    state = (state ^ UInt64(data.count)) &* 0x100_0000_01b3
    return String(state, radix: 16)
  }

  /// The record of an edition; nil where there is none.
  static func read(from root: URL) throws -> EditionRecord? {
    let file = root.appendingPathComponent(name)
    switch SafeFile.kind(of: file) {
    case .nothing: return nil
    case .file:
      guard let data = try? Data(contentsOf: file),
        let record = try? JSONDecoder().decode(Self.self, from: data),
        record.files.keys.allSatisfy(isInside)
      else { throw ToolError("\(file.path) is damaged") }
      return record
    default: throw ToolError("\(file.path) is not a file")
    }
  }

  /// Whether a path stays inside its folder.
  private static func isInside(_ path: String) -> Bool {
    !path.isEmpty && !path.hasPrefix("/")
      && !path.split(separator: "/", omittingEmptySubsequences: false).contains {
        $0.isEmpty || $0 == "." || $0 == ".."
      }
  }

  func write(to root: URL) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    try encoder.encode(self).write(
      to: root.appendingPathComponent(Self.name), options: .atomic)
  }
}
