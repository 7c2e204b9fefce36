import Checks
import ExerciseKit
import Foundation
import Testing

@testable import Course

/// What one file of a lesson declares never costs another file a point.
@Suite(.inEnglish) struct NeighbourTests {
  /// Things that students put into a file, and whether that file itself still works.
  static let additions: [(code: String, isFine: Bool)] = [
    ("func product(_ a: [Float], _ b: [Float]) -> Float { 0 }", true),
    ("typealias Float = Double", false),
    ("infix operator **\nfunc ** (a: Float, b: Float) -> Float { a }", true),
    ("func zip(_ a: [Float], _ b: [Float]) -> [(Float, Float)] { [] }", false),
    (
      "extension Array where Element == Float { func map(_ f: (Float) -> Float) -> [Float] { [] } }",
      true
    ),
    ("struct Array {}", false),
    ("func broken( {", false),
  ]

  @Test(arguments: additions.indices)
  func costsNothing(_ place: Int) throws {
    let lesson = try #require(CatalogueLesson.all.first { $0.number == 2 })
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("neighbours-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let sources = folder.appendingPathComponent("Exercises/Lesson02")
    try FileManager.default.createDirectory(at: sources, withIntermediateDirectories: true)
    var answers: [String: Answer] = [:]
    for exercise in lesson.exercises {
      let solution = Place.course.root.appendingPathComponent("Solutions/Lesson02/\(exercise.file)")
      var text = try String(contentsOf: solution, encoding: .utf8)
      if exercise.file == "UpdateRule.swift" { text += "\n" + Self.additions[place].code + "\n" }
      try Data(text.utf8).write(to: sources.appendingPathComponent(exercise.file))
      answers[exercise.file] = .written(path: "Exercises/Lesson02/\(exercise.file)", text: text)
    }
    let compiler = LessonCompiler(
      place: .course, lesson: lesson, sourceFolder: folder.path,
      folder: folder.appendingPathComponent("products"),
      moduleCache: folder.appendingPathComponent("ModuleCache"))
    for result in try LessonCheck(compiler: compiler, run: AnswerRun())
      .check(lesson.exercises, answers)
    {
      if result.exercise.number == "2.2", !Self.additions[place].isFine { continue }
      let message = result.outcome.message(title: result.exercise.title)
      #expect(result.outcome.state == .passed, "\(Self.additions[place].code): \(message)")
    }
  }
}
