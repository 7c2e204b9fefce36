import Checks
import ExerciseKit
import Foundation
import Testing

@testable import Course

/// Every check accepts the reference, which goes the very way of a student's answer.
@Suite(.inEnglish) struct SolutionTests {
  @Test(arguments: CatalogueLesson.all.map(\.number))
  func earnAllPoints(_ number: Int) throws {
    let lesson = try #require(CatalogueLesson.all.first { $0.number == number })
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("solutions-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let compiler = LessonCompiler(
      place: .course, lesson: lesson, sourceFolder: Place.course.root.path, folder: folder,
      moduleCache: folder.appendingPathComponent("ModuleCache"))
    var answers: [String: Answer] = [:]
    for exercise in lesson.exercises {
      let path = "Solutions/\(exercise.folder)/\(exercise.file)"
      let file = Place.course.root.appendingPathComponent(path)
      answers[exercise.file] = .written(
        path: path, text: try String(contentsOf: file, encoding: .utf8))
    }
    for seed in [1958, 1, 2026] as [UInt64] {
      let check = LessonCheck(compiler: compiler, run: AnswerRun(seed: seed))
      for result in try check.check(lesson.exercises, answers) {
        let message = result.outcome.message(title: result.exercise.title)
        #expect(result.outcome.state == .passed, "seed \(seed): \(message)")
        #expect(result.outcome.points == result.exercise.points)
      }
    }
  }

  /// What `swift run Course seal` writes is written.
  @Test func everythingIsSealed() throws {
    for page in try SealCommand.pages(.course) {
      let isWritten = try String(contentsOf: page.file, encoding: .utf8) == page.text
      #expect(isWritten, "\(page.path) is behind: run `swift run Course seal`")
    }
  }
}
