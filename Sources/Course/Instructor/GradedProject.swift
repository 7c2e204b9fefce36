import Checks
import ExerciseKit

/// A project of the workbench in a grading.
///
/// It counts when every exercise that it is made of has passed. The project's own program is not
/// run here: it computes its figure beside the student's code, which could print any other. That
/// right answers are enough for it to stand is tested with the course.
struct GradedProject: Sendable {
  let project: Project
  /// What is not yet right, in the order of the project.
  let missing: [String]
  /// Nil when the machine could not grade an exercise that it needs.
  let points: Double?

  /// The projects whose exercises are all among those that are graded.
  static func projects(within exercises: [Exercise]) -> [Project] {
    let graded = Set(exercises.map(\.number))
    return Catalogue.projects.filter { graded.isSuperset(of: $0.needed) }
  }

  init?(
    _ project: Project, worth possible: Double, _ submission: GradedSubmission,
    _ exercises: [Exercise]
  ) {
    guard submission.notGraded == nil else { return nil }
    var states: [String: Outcome.State] = [:]
    for (exercise, result) in zip(exercises, submission.results) {
      states[exercise.number] = result.outcome.state
    }
    self.project = project
    missing = project.needed.filter { states[$0] != .passed }
    let isUnknown = missing.contains { states[$0]?.isNotGraded != false }
    points = isUnknown ? nil : missing.isEmpty ? possible : 0
  }
}
