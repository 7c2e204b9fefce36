import Checks
import ExerciseKit
import Foundation

/// `swift run Course update DIR`: brings this edition of the course under the answers of an older
/// one.
///
/// Answers stay where they are. Whatever else the student has changed goes into a backup before it
/// is replaced; and of every answer a copy goes there too.
struct UpdateCommand {
  /// The paths that each thing happened to.
  private(set) var added: [String] = []
  private(set) var replaced: [String] = []
  private(set) var removed: [String] = []
  /// Answers that stay as they are.
  private(set) var kept: [String] = []
  /// Among these, the ones whose task has changed.
  private(set) var outdated: [String] = []
  /// What the student had changed outside of the exercises, and is now as in the new edition.
  private(set) var overruled: [String] = []
  /// What the student had changed, and no longer belongs to the course.
  private(set) var withdrawn: [String] = []
  let folder: URL
  /// Where the copies lie, from `folder`; nil when there was nothing to copy.
  private(set) var backup: String?

  private static let stubs = "Exercises/.stubs/"

  init(_ course: Place, to folder: URL, now: Date = .now) throws {
    try EditionFolder.refuse(folder, inside: course)
    guard let old = try EditionRecord.read(from: folder) else {
      throw ToolError(
        """
        \(folder.path) is no student edition: it has no file \(EditionRecord.name). Editions are \
        made by `swift run Course student-edition`
        """)
    }
    self.folder = folder
    let edition = try Edition(of: course, language: old.language ?? "en")
    let target = EditionFolder(folder)
    // Everything is looked at first: what cannot be read stops the update before it has begun.
    var present: [String: Data] = [:]
    for path in Set(edition.files.keys).union(old.files.keys) {
      present[path] = try target.read(path)
    }
    let edited = present.filter { path, data in
      let print = EditionRecord.fingerprint(data)
      return print != old.files[path] && data != edition.files[path]
    }
    try keepCopies(of: edited, in: target, now)
    for (path, data) in edition.files.sorted(by: { $0.key < $1.key }) {
      let isAnswer = path.hasPrefix("Exercises/") && !path.hasPrefix(Self.stubs)
      if isAnswer, edited[path] != nil {
        kept.append(path)
        if old.files[path] != EditionRecord.fingerprint(data) { outdated.append(path) }
        continue
      }
      guard present[path] != data else { continue }
      try target.write(data, path)
      if edited[path] != nil {
        overruled.append(path)
      } else if present[path] == nil {
        added.append(path)
      } else {
        replaced.append(path)
      }
    }
    for path in old.files.keys.sorted() where edition.files[path] == nil && present[path] != nil {
      try target.remove(path)
      removed.append(path)
      if edited[path] != nil { withdrawn.append(path) }
    }
    try EditionRecord(edition).write(to: folder)
  }

  private mutating func keepCopies(
    of edited: [String: Data], in target: EditionFolder, _ now: Date
  ) throws {
    guard !edited.isEmpty else { return }
    let form = DateFormatter()
    form.locale = Locale(identifier: "en_US_POSIX")
    form.dateFormat = "yyyy-MM-dd-HHmmss"
    var name = "Backups/\(form.string(from: now))"
    while SafeFile.kind(of: target.place(name)) != .nothing { name += "-again" }
    for (path, data) in edited { try target.write(data, "\(name)/\(path)") }
    backup = name
  }

  var text: String {
    var rows: [String] = []
    let counts: Text = """
      \(folder.path) is up to date, version \(Tool.version). Files: \(added.count) new, \
      \(replaced.count) replaced, \(removed.count) gone
      """
    rows.append(counts.words.wrapped(label: " "))
    func list(_ paths: [String], _ words: Text) {
      guard !paths.isEmpty else { return }
      rows += ["", words.words.wrapped(label: " ")] + paths.map { "   \($0)" }
    }
    list(kept, "These answers are as they were:")
    list(
      outdated,
      """
      The tasks of these have changed. Compare your answer with the new stub, on the same path in \
      Exercises/.stubs:
      """)
    list(overruled, "You had changed these; they are now as in the new edition:")
    list(withdrawn, "You had changed these, which are no longer part of the course:")
    if let backup {
      let words: Text = "A copy of everything that you had written or changed lies in \(backup)."
      rows += ["", words.words.wrapped(label: " ")]
    }
    return rows.joined(separator: "\n")
  }
}
