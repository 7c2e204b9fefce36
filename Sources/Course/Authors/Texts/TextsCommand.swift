import Foundation
import LessonKit

/// `swift run Course texts`: collects all that a learner reads, for translators.
///
/// For authors, after English texts have changed: brings the PO files of each language up to them,
/// and tells what is left to do. `texts pt` begins another language. With `--check` nothing is
/// written, and the exit status is 1 when a language is not complete.
enum TextsCommand {
  static let flags: Set = ["--check"]

  static func run(_ place: Place, _ words: CommandWords) throws -> Int32 {
    try words.expect(0...1, "one language at most")
    let known = Phrasebook.available.filter { $0 != "en" }
    let languages = words.arguments.isEmpty ? known : words.arguments
    let texts = try CourseTexts(place)
    var isComplete = true
    for language in languages {
      let folder = TranslationFolder(place, language: language)
      let files = try folder.updated(to: texts)
      if !words.has("--check") { try folder.write(files) }
      let review = try TranslationReview(files, in: folder)
      Console.say(review.table)
      isComplete = isComplete && review.isComplete
      if words.has("--check"), !review.complaints.isEmpty {
        Console.say(review.complaints.joined(separator: "\n"))
      }
    }
    return words.has("--check") && !isComplete ? 1 : 0
  }
}

/// All texts of the course, by the PO files that they belong to.
struct CourseTexts {
  private(set) var files: [String: [TextExtractor.Found]] = [:]

  init(_ place: Place) throws {
    let lessons = CatalogueLesson.all.map(\.folder)
    for module in ["LessonKit", "Checks", "Course", "WorkbenchKit", "Workbench"] + lessons {
      for text in try TextExtractor(place: place, module: module).texts() {
        files[Self.file(of: text.path), default: []].append(text)
      }
    }
    for lesson in CatalogueLesson.all { try addStubs(of: lesson, place) }
  }

  /// `checks05` for `Sources/Checks/Lesson05/Checks05.swift`.
  static func file(of path: String) -> String {
    let parts = path.split(separator: "/").map(String.init)
    guard parts.count > 2 else { return "course" }
    switch (parts[0], parts[1], parts[2]) {
    case ("Lessons", let lesson, _): return lesson.lowercased()
    case ("Sources", "Checks", let folder) where folder.hasPrefix("Lesson"):
      return "checks" + folder.dropFirst("Lesson".count)
    case ("Sources", "WorkbenchKit", _), ("Exercises", "Workbench", _): return "workbench"
    case ("Sources", let module, _): return module.lowercased()
    default: return "course"
    }
  }

  private mutating func addStubs(of lesson: CatalogueLesson, _ place: Place) throws {
    for exercise in lesson.exercises {
      let stub = place.stub(of: exercise)
      let path = String(stub.path.dropFirst(place.root.path.count + 1))
      let comments = StubComments(try String(contentsOf: stub, encoding: .utf8))
      files["stubs\(lesson.name)", default: []] += comments.paragraphs.map {
        TextExtractor.Found(template: $0.text, path: path, line: $0.line)
      }
    }
  }
}
