import Checks
import ExerciseKit
import Foundation

/// Runs one answer out of a compiled library, in a process of its own, and reads how it went.
struct AnswerRun: Sendable {
  var seed = CheckContext.usualSeed
  var limits = Limits()
  var isolation = Isolation.none
  /// Where the folders of the processes go.
  var folder: URL = FileManager.default.temporaryDirectory

  struct Result: Sendable {
    let outcome: Outcome
    let seconds: Double
  }

  func run(_ exercise: Exercise, library: String) throws -> Result {
    var assignment = try Assignment(exercise.number, seed: seed, limits: limits, in: folder)
    defer { assignment.cleanUp() }
    let built = Place.executable.deletingLastPathComponent()
    assignment.readable = [
      library, Place.executable.path,
      built.appendingPathComponent("NeuronToDiffusion_LessonKit.resources").path,
    ]
    let order = URL(fileURLWithPath: assignment.folder).appendingPathComponent("order")
    let data = try JSONEncoder().encode(AnswerOrder(assignment: assignment, library: library))
    try data.write(to: order)
    let language = ProcessInfo.processInfo.environment["COURSE_LANGUAGE"]
    let program = Program(
      arguments: isolation.prefix(folder: assignment.folder, library: library)
        + [Place.executable.path, "answer"],
      environment: language.map { ["COURSE_LANGUAGE": $0] } ?? [:],
      folder: assignment.folder, input: order.path)
    // The process has limits of its own; this one is for an answer that has switched them off.
    let end = try program.run(atMost: Double(limits.seconds + 6))
    let outcome = Outcome(
      of: Catalogue.unanswered(exercise), assignment, isolation.end(of: end, limits))
    return Result(outcome: outcome, seconds: end.seconds)
  }
}
