import Checks
import ExerciseKit
import Foundation

/// `swift run Course seal`: keeps the exercises as they are now as the stubs that are handed out,
/// and writes what follows from them.
///
/// For authors, after they have written or changed a stub or an entry of the catalogue. What a
/// program can list is never written by hand: the lines that hand answers to a judge, and the tests
/// that a learner runs.
enum SealCommand {
  static func run(_ place: Place) throws -> [String] {
    var sealed: [String] = []
    for exercise in Catalogue.exercises {
      let file = place.answer(to: exercise)
      guard let text = FileManager.default.contents(atPath: file.path) else {
        throw ToolError("\(exercise.path) is missing")
      }
      guard String(decoding: text, as: UTF8.self).contains("todo()") else {
        throw ToolError("\(exercise.path) is no stub: it does not say todo()")
      }
      if try write(text, to: place.stub(of: exercise)) { sealed.append(exercise.path) }
    }
    for page in try pages(place) where try write(Data(page.text.utf8), to: page.file) {
      sealed.append(page.path)
    }
    return sealed
  }

  /// A file that is made from the stubs and the catalogue.
  struct Page {
    let path: String
    let file: URL
    let text: String
  }

  /// All files that are made, as they should be.
  static func pages(_ place: Place) throws -> [Page] {
    var pages: [Page] = []
    func add(_ path: String, _ text: String) {
      pages.append(Page(path: path, file: place.root.appendingPathComponent(path), text: text))
    }
    let files = FileManager.default
    let folders = try files.contentsOfDirectory(atPath: place.stubs.path)
      .filter { $0.hasPrefix("Lesson") }.sorted()
    for folder in folders {
      let stubs = place.stubs.appendingPathComponent(folder)
      let sources = try files.contentsOfDirectory(atPath: stubs.path).sorted().map {
        try String(contentsOf: stubs.appendingPathComponent($0), encoding: .utf8)
      }
      let lesson = String(folder.dropFirst("Lesson".count))
      add(
        "Sources/AnswerSheet/\(folder).swift",
        try AnswerSheetWriter.page(lesson: lesson, stubs: sources))
    }
    add(
      "Sources/AnswerSheet/AnswerSheet.swift",
      AnswerSheetWriter.contents(lessons: folders.map { String($0.dropFirst("Lesson".count)) }))
    for lesson in CatalogueLesson.all {
      add("Tests/ExerciseTests/\(lesson.folder).swift", ExerciseTestWriter.page(lesson))
    }
    return pages
  }

  /// Writes a file unless it says so already.
  private static func write(_ text: Data, to file: URL) throws -> Bool {
    if FileManager.default.contents(atPath: file.path) == text { return false }
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: file)
    return true
  }
}
