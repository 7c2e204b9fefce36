import Checks
import ExerciseKit
import Foundation
import Testing

@testable import Course

/// No right answer is refused, however it is written: `OtherStyles` holds some.
@Suite(.inEnglish) struct StyleTests {
  private static let folder = Place.course.root.appendingPathComponent(
    "Tests/CourseTests/OtherStyles")

  static func file(_ exercise: Exercise) -> URL {
    folder.appendingPathComponent("\(exercise.folder)/\(exercise.file)")
  }

  static let lessons = CatalogueLesson.all.filter { lesson in
    lesson.exercises.contains { FileManager.default.fileExists(atPath: file($0).path) }
  }

  @Test(arguments: lessons.map(\.number))
  func earnsAllPoints(_ number: Int) throws {
    let lesson = try #require(CatalogueLesson.all.first { $0.number == number })
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("styles-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    var answers: [String: Answer] = [:]
    for exercise in lesson.exercises {
      let text = try? String(contentsOf: Self.file(exercise), encoding: .utf8)
      answers[exercise.file] = text.map { .written(path: Self.file(exercise).path, text: $0) }
    }
    let written = lesson.exercises.filter { answers[$0.file] != nil }
    let compiler = LessonCompiler(
      place: .course, lesson: lesson, sourceFolder: Place.course.root.path, folder: folder,
      moduleCache: folder.appendingPathComponent("ModuleCache"))
    for seed in [1958, 7] as [UInt64] {
      let check = LessonCheck(compiler: compiler, run: AnswerRun(seed: seed))
      for result in try check.check(written, answers) {
        let message = result.outcome.message(title: result.exercise.title)
        #expect(result.outcome.state == .passed, "seed \(seed): \(message)")
      }
    }
  }

  /// Every file stands where an exercise has its own.
  @Test func everyFileIsRead() throws {
    let known = Set(Catalogue.exercises.map { "\($0.folder)/\($0.file)" })
    let files = FileManager.default.enumerator(atPath: Self.folder.path)?.compactMap {
      $0 as? String
    }
    let swift = (files ?? []).filter { $0.hasSuffix(".swift") }
    #expect(swift.count >= 15)
    #expect(swift.filter { !known.contains($0) } == [])
  }
}
