import Checks
import ExerciseKit
import Foundation

/// How the answers stand that a project is made of: all are checked, as `swift run Course check`
/// does it.
struct Readiness {
  /// Still to be written, wholly or in part.
  private(set) var missing: [Exercise] = []
  /// Answers that end their process: nothing can be built on these.
  private(set) var crashing: [(exercise: Exercise, outcome: Outcome)] = []
  /// Answers that give something else than they should.
  private(set) var wrong: [Exercise] = []
  /// Exercises that the project welcomes, and that pass.
  private(set) var welcome: [Exercise] = []

  var canBegin: Bool { missing.isEmpty && crashing.isEmpty }

  init(of project: Project, by judge: (Exercise) -> Outcome) {
    for exercise in project.exercises {
      let outcome = judge(exercise)
      switch outcome.state {
      case .notAttempted: missing.append(exercise)
      case _ where outcome.lines.contains { $0.label == .toDo }: missing.append(exercise)
      case .crashed, .tooSlow, .tooMuchMemory, .tooMuchOutput, .exited:
        crashing.append((exercise, outcome))
      case .passed, .notGraded: break
      default: wrong.append(exercise)
      }
    }
    welcome = project.welcomeExercises.filter { judge($0).state == .passed }
  }

  // MARK: - What the project is told

  private static let variable = "WORKBENCH_ANSWERS"

  /// Tells the process of the project which welcome answers are there.
  func announce() {
    setenv(Self.variable, welcome.map(\.number).joined(separator: " "), 1)
  }

  /// The numbers of the welcome exercises that are there.
  static var announced: Set<String> {
    let text = ProcessInfo.processInfo.environment[variable] ?? ""
    return Set(text.split(separator: " ").map(String.init))
  }
}

/// Has answers judged: they run in one process, their checks in another, and both are this very
/// program.
struct BenchJudge {
  /// The path of this program.
  let program: String

  func outcome(of exercise: Exercise) -> Outcome {
    let launch = AnswerLaunch(
      arguments: [program, Bench.host, "\(exercise.lesson)"], readable: [program])
    return JudgeProcess.outcome(
      of: .init(exercise.number, seed: JudgeProcess.seedFromEnvironment, launch: launch),
      by: [program, Bench.judge])
  }
}
