import Checks
import ExerciseKit
import Foundation
import Sandbox

/// Has answers out of a compiled library judged, each by processes of its own.
struct AnswerRun: Sendable {
  var seed = JudgeProcess.seedFromEnvironment
  var limits = Limits()
  var isolation = Isolation.none

  struct Result: Sendable {
    let outcome: Outcome
    let seconds: Double
  }

  /// Judges the answers that a library hands over; `entry` names the function that does, when there
  /// are several.
  func run(_ exercise: Exercise, library: String, entry: String? = nil) -> Result {
    let start = ContinuousClock.now
    let host = Place.products.appendingPathComponent("AnswerHost")
    let judge = Place.products.appendingPathComponent("Course")
    let launch = AnswerLaunch(
      arguments: [host.path, library] + (entry.map { [$0] } ?? []),
      readable: [host.path, library], limits: limits, isolation: isolation)
    let outcome = JudgeProcess.outcome(
      of: .init(exercise.number, seed: seed, launch: launch), by: [judge.path, "judge"])
    let time = (ContinuousClock.now - start).components
    return Result(
      outcome: outcome, seconds: Double(time.seconds) + Double(time.attoseconds) * 1e-18)
  }
}
