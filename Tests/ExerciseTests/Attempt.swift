import AnswerSheet
import Checks
import ExerciseKit
import Foundation
import Testing

/// Checks the student's answer to one exercise in a process of its own, and tells how it went.
///
/// The process has limits, so a crash or an endless loop costs this exercise only. A stub that still says `todo()` cancels the test: neither passed nor failed.
func attempt(_ number: String, sourceLocation: SourceLocation = #_sourceLocation) async throws {
  let answer = AnswerSheet.answer(to: number)
  if let shortcut = Shortcut.found(in: answer.exercise) {
    let outcome = Outcome(refusing: answer.exercise, because: shortcut.message)
    record(outcome, answer.exercise.title, sourceLocation)
    return
  }
  let assignment = try Assignment(number, seed: Assignment.seedFromEnvironment)
  defer { assignment.cleanUp() }
  let result = await #expect(processExitsWith: .failure, sourceLocation: sourceLocation) {
    [assignment = assignment as Assignment] in
    AnswerSheet.answer(to: assignment.exercise).runConfined(assignment)
  }
  guard let result else { return }
  let outcome = Outcome(of: answer, assignment, ProcessEnd(result.exitStatus))
  switch outcome.state {
  case .passed: return
  case .notAttempted: try Test.cancel("not attempted")
  default: record(outcome, answer.exercise.title, sourceLocation)
  }
}

private func record(_ outcome: Outcome, _ title: Text, _ sourceLocation: SourceLocation) {
  let message = outcome.message(title: title)
  Issue.record(Comment(rawValue: message), sourceLocation: sourceLocation)
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
