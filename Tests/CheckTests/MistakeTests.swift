import Checks
import ExerciseKit
import Foundation
import Testing

/// Every typical mistake is caught, and the diagnosis names it and no other one.
@Suite struct MistakeTests {
  @Test(arguments: Mistaken.all)
  func isNamed(_ mistaken: Mistaken) async throws {
    let all = Catalogue.mistakes(of: mistaken.exercise)
    var limits = Limits()
    limits.computingSeconds = 1
    let assignment = try Assignment(
      mistaken.exercise, mistake: mistaken.place, limits: limits)
    defer { assignment.cleanUp() }
    let ended = await #expect(processExitsWith: .failure) {
      [assignment = assignment as Assignment] in
      let mistakes = Catalogue.mistakes(of: assignment.exercise)
      mistakes[assignment.mistake!].attempt.runConfined(assignment)
    }
    let result = try #require(ended)
    let (likely, attempt) = all[mistaken.place]
    let outcome = Outcome(of: attempt, assignment, ProcessEnd(result.exitStatus))
    let said = outcome.lines.map { "\($0.label)  \($0.text)" }.joined(separator: "\n")
    #expect(outcome.state != .passed && outcome.state != .notAttempted, "let through: \(likely)")
    #expect(outcome.points < outcome.possible)
    #expect(said.contains(likely), "expected it to be named:\n\(likely)\nbut it says:\n\(said)")
    for (other, _) in all where other != likely {
      #expect(!said.contains(other), "names another mistake:\n\(said)")
    }
  }
}

/// One mistake of one exercise, by its place in the list.
struct Mistaken: Sendable, CustomTestStringConvertible {
  let exercise: String
  let place: Int

  static let all: [Mistaken] = Catalogue.exercises.flatMap { exercise in
    Catalogue.mistakes(of: exercise.number).indices.map {
      Mistaken(exercise: exercise.number, place: $0)
    }
  }

  var testDescription: String {
    "\(exercise): \(Catalogue.mistakes(of: exercise)[place].likely)"
  }
}

extension ProcessEnd {
  /// Translates what the testing library says.
  init(_ status: ExitStatus) {
    self =
      switch status {
      case .exitCode(let code): .status(code)
      case .signal(let signal): .signal(signal)
      @unknown default: .status(-1)
      }
  }
}
