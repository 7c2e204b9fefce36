import Checks
import ExerciseKit
import Foundation

/// How one submission went, as it is kept between two runs of the grader.
struct GradedSubmission: Codable, Sendable {
  struct Result: Codable, Sendable {
    let outcome: Outcome
    let seconds: Double
  }

  /// The folder's name.
  let name: String
  /// What was graded, and how; another key means that it must be graded anew.
  let key: String
  let flags: [String]
  let results: [Result]
}

extension Outcome.State {
  /// The words of the grade book.
  var words: String {
    switch self {
    case .passed: "passed"
    case .failed: "failed"
    case .notAttempted: "not attempted"
    case .didNotCompile: "did not compile"
    case .crashed, .exited: "crashed"
    case .tooSlow: "too slow"
    case .tooMuchMemory: "too much memory"
    case .tooMuchOutput: "too much output"
    case .refused: "refused"
    }
  }
}

/// The grades of a class with names and points.
struct Grades: Sendable {
  struct Student: Sendable {
    let name: String
    let submission: GradedSubmission
    /// In the order of the exercises.
    let points: [Double]
  }

  let exercises: [Exercise]
  /// What each exercise can earn.
  let possible: [Double]
  let students: [Student]
  let seed: UInt64
  let isolation: String

  init(
    _ submissions: [GradedSubmission], _ options: GradeOptions, seed: UInt64, isolation: String
  ) {
    let exercises = options.exercises
    let possible = exercises.map { options.points[$0.number] ?? Double($0.points) }
    self.exercises = exercises
    self.possible = possible
    self.seed = seed
    self.isolation = isolation
    students = submissions.map { submission in
      let bare = submission.name.lowercased().hasSuffix(".zip") ? submission.name.dropLast(4) : ""
      let name = options.students[submission.name] ?? options.students[String(bare)]
      let points = zip(submission.results, possible).map { result, possible in
        let share = Double(result.outcome.points) / Double(max(1, result.outcome.possible))
        return (possible * share * 100).rounded() / 100
      }
      return Student(name: name ?? submission.name, submission: submission, points: points)
    }.sorted { $0.name < $1.name }
  }

  var possiblePoints: Double { possible.reduce(0, +) }

  /// "3", "2.5".
  static func short(_ points: Double) -> String {
    points == points.rounded() ? "\(Int(points))" : "\(points)"
  }
}

extension Grades.Student {
  var total: Double { (points.reduce(0, +) * 100).rounded() / 100 }

  /// The diagnosis of one result, without characters that a terminal would obey.
  static func message(_ result: GradedSubmission.Result, _ exercise: Exercise) -> String {
    result.outcome.message(title: exercise.title).printable
  }
}

extension String {
  /// Without control characters, line breaks excepted: what students wrote must not steer a terminal.
  var printable: String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.map { scalar in
          let isHarmless =
            scalar == "\n" || ![.control, .format].contains(scalar.properties.generalCategory)
          return isHarmless ? scalar : "\u{fffd}"
        }))
  }

  /// In one line.
  var oneLine: String { printable.replacingOccurrences(of: "\n", with: " ") }
}
