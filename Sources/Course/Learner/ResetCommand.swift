import Checks
import ExerciseKit
import Foundation

/// `swift run Course reset 5.2`: puts the stub back, and keeps what was written.
struct ResetCommand: Encodable {
  let file: String
  /// Where the text lies that was in the file; nil when there was nothing to keep.
  let backup: String?

  init(_ number: String, _ workbook: Workbook) throws {
    guard let exercise = Catalogue.exercises.first(where: { $0.number == number }) else {
      throw ToolError("there is no exercise \"\(number)\"; `swift run Course list` lists them")
    }
    let files = FileManager.default
    let place = workbook.place
    guard let stub = files.contents(atPath: place.stub(of: exercise).path) else {
      throw ToolError("Exercises/.stubs has no \(exercise.folder)/\(exercise.file)")
    }
    file = exercise.path
    let target = place.answer(to: exercise)
    if case .untouched = workbook.answer(to: exercise) {
      backup = nil
      return
    }
    if files.fileExists(atPath: target.path) {
      // The package manager would ask about an unknown file, but passes over those with a dot.
      let name = Self.backupName(of: exercise.file, in: target.deletingLastPathComponent())
      let copy = target.deletingLastPathComponent().appendingPathComponent(name)
      try files.moveItem(at: target, to: copy)
      backup = "Exercises/\(exercise.folder)/\(name)"
    } else {
      backup = nil
    }
    try files.createDirectory(
      at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
    try stub.write(to: target)
  }

  private static func backupName(of file: String, in folder: URL) -> String {
    var number = 1
    while true {
      let name = ".\(file).backup\(number)"
      if !FileManager.default.fileExists(atPath: folder.appendingPathComponent(name).path) {
        return name
      }
      number += 1
    }
  }

  var text: String {
    let words: Text =
      if let backup {
        "\(file) is as it was handed out; what you had written lies in \(backup)"
      } else {
        "\(file) is as it was handed out"
      }
    return words.words.wrapped(label: " ")
  }
}
