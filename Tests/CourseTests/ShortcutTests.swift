import Checks
import ExerciseKit
import Foundation
import Testing

@testable import Course

/// What an exercise asks for may not be taken from the library; a name of the learner's own never
/// counts.
@Suite(.inEnglish) struct ShortcutTests {
  /// The outcome of an answer to 4.3, with something in the place of 4.2 beside it.
  private func outcome(softmax body: String, beside neighbour: String = "") throws -> Outcome {
    try outcome(
      of: "4.3",
      [
        "Softmax.swift": """
        import MiniTensor

        public func softmax(_ logits: Tensor) -> Tensor {
        \(body)
        }
        """, "Activations.swift": neighbour.isEmpty ? nil : neighbour,
      ])
  }

  private func outcome(of number: String, _ files: [String: String?]) throws -> Outcome {
    let exercise = try #require(Catalogue.check(number)?.exercise)
    let lesson = try #require(CatalogueLesson.all.first { $0.number == exercise.lesson })
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("shortcuts-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var answers: [String: Answer] = [:]
    for other in lesson.exercises {
      guard let text = files[other.file] ?? nil else {
        answers[other.file] = .untouched
        continue
      }
      try Data(text.utf8).write(to: folder.appendingPathComponent(other.file))
      answers[other.file] = .written(path: other.file, text: text)
    }
    let compiler = LessonCompiler(
      place: .course, lesson: lesson, sourceFolder: folder.path,
      folder: folder.appendingPathComponent("products"),
      moduleCache: folder.appendingPathComponent("ModuleCache"))
    let results = try LessonCheck(compiler: compiler, run: AnswerRun()).check([exercise], answers)
    return try #require(results.first).outcome
  }

  private static let own = """
      let e = (logits - logits.max(axis: 1, keepingDimension: true)).exp()
      return e / e.sum(axis: 1, keepingDimension: true)
    """

  @Test(arguments: [
    "logits.softmax(axis: 1)", "let f = Tensor.softmax; return f(logits)(1)",
    "[logits].map { $0.softmax(axis: 1) }[0]",
    "/* softmax(x) */ return logits . \n softmax(axis: 1)",
  ])
  func aCallInAnyDressIsFound(_ body: String) throws {
    let outcome = try outcome(softmax: body)
    #expect(outcome.state == .refused, "\(outcome.message(title: "softmax"))")
    #expect(outcome.points == 0)
  }

  @Test func aHelperInAnotherFileIsFound() throws {
    let solution = Place.course.root.appendingPathComponent("Solutions/Lesson04/Activations.swift")
    let outcome = try outcome(
      softmax: "logits.gentle()",
      beside: "import MiniTensor\n" + String(contentsOf: solution, encoding: .utf8)
        + "extension Tensor { func gentle() -> Tensor { softmax(axis: 1) } }\n")
    #expect(outcome.state == .refused, "\(outcome.message(title: "softmax"))")
  }

  @Test(arguments: [
    "let softmax = logits\n" + own.replacing("logits.max", with: "softmax.max"),
    "func softmax(_ x: Tensor) -> Tensor { x }\n" + own,
    "let logSumExp = 1, backward = 2, forward = logSumExp + backward\n_ = forward\n" + own,
    "let text = \"logits.softmax(axis: 1)\"\n_ = text // softmax\n" + own,
  ])
  func namesOfTheLearnersOwnAreFine(_ body: String) throws {
    let outcome = try outcome(softmax: body)
    #expect(outcome.state == .passed, "\(outcome.message(title: "softmax"))")
  }

  @Test func theTextOfFourTwoForbidsTheTanhOnly() throws {
    let solution = Place.course.root.appendingPathComponent("Solutions/Lesson04/Activations.swift")
    let text = try String(contentsOf: solution, encoding: .utf8)
    let own =
      text.replacing("scale * (exp(x) - 1)", with: "scale * expm1(x)")
      .replacing("2 * sigmoid(2 * x) - 1", with: "tangent(x)")
      + "func tangent(_ x: Float) -> Float { let tanh = 2 * sigmoid(2 * x) - 1; return tanh }\n"
    #expect(try outcome(of: "4.2", ["Activations.swift": own]).state == .passed)
    let borrowed = text.replacing("2 * sigmoid(2 * x) - 1", with: "tanh(x)")
    #expect(try outcome(of: "4.2", ["Activations.swift": borrowed]).state == .refused)
  }
}
