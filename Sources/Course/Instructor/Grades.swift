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
    case .notGraded: "not graded"
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
  /// Those on the list of students who have handed in nothing.
  let absent: [String]

  init(
    _ submissions: [GradedSubmission], _ options: GradeOptions, seed: UInt64, isolation: String
  ) {
    let exercises = options.exercises
    let possible = exercises.map { options.points[$0.number] ?? Double($0.points) }
    self.exercises = exercises
    self.possible = possible
    self.seed = seed
    self.isolation = isolation
    let folders = Set(submissions.map(\.name))
    let known = folders.union(folders.map(Self.bareName))
    absent = options.students.filter { !known.contains($0.key) }
      .map { "\($0.value) (\($0.key))" }.sorted(by: Self.isBefore)
    students = submissions.map { submission in
      let bare = Self.bareName(submission.name)
      let name = options.students[submission.name] ?? options.students[bare]
      // A folder and an archive of the same name keep their names apart.
      let usual = folders.contains(bare) ? submission.name : bare
      let points = zip(submission.results, possible).map { result, possible in
        let share = Double(result.outcome.points) / Double(max(1, result.outcome.possible))
        return (possible * share * 100).rounded() / 100
      }
      return Student(name: name ?? usual, submission: submission, points: points)
    }.sorted { Self.isBefore($0.name, $1.name) }
  }

  /// "kim" for "kim.zip".
  private static func bareName(_ name: String) -> String {
    name.lowercased().hasSuffix(".zip") && name.count > 4 ? String(name.dropLast(4)) : name
  }

  /// As in a list of names: capital letters make no difference.
  private static func isBefore(_ one: String, _ other: String) -> Bool {
    (one.lowercased(), one) < (other.lowercased(), other)
  }

  /// How often each state has occurred: "12 passed, 3 crashed".
  var census: String {
    let states = students.flatMap { $0.submission.results.map(\.outcome.state.words) }
    let counts = Dictionary(grouping: states) { $0 }.mapValues(\.count)
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { "\($0.value) \($0.key)" }.joined(separator: ", ")
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
