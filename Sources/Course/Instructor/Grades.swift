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
  /// In the order of the exercises that were graded; empty when `notGraded` says why.
  let results: [Result]
  /// Why nothing of it could be graded.
  var notGraded: String?

  /// What was not handed in for grading, or could not be.
  init(notGraded reason: String, name: String) {
    (self.name, key, flags, results, notGraded) = (name, "", [], [], reason)
  }

  init(name: String, key: String, flags: [String], results: [Result]) {
    (self.name, self.key, self.flags, self.results) = (name, key, flags, results)
  }

  /// Whether every exercise has an outcome that says something about the student.
  var isComplete: Bool { notGraded == nil && !results.contains { $0.outcome.state.isNotGraded } }
}

extension Outcome.State {
  /// The machine failed, not the student.
  var isNotGraded: Bool { rawValue == "notGraded" }

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
    /// In the order of the exercises; nil for what was not graded.
    let points: [Double?]
    /// The projects of the workbench, where they earn points.
    let projects: [GradedProject]
    /// What an instructor should know.
    let flags: [String]
  }

  let exercises: [Exercise]
  /// What each exercise can earn.
  let possible: [Double]
  /// The projects that earn points, and how many each.
  let projects: [Project]
  let projectPoints: Double
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
    let worth = options.projectPoints ?? 0
    let projects = worth > 0 ? GradedProject.projects(within: exercises) : []
    self.projects = projects
    projectPoints = worth
    self.seed = seed
    self.isolation = isolation
    let folders = Set(submissions.map(\.name))
    let known = folders.union(folders.map(Archive.bareName))
    absent = options.students.filter { !known.contains($0.key) }
      .map { "\($0.value) (\($0.key))" }.sorted(by: Self.isBefore)
    let names = submissions.map { submission in
      let bare = Archive.bareName(submission.name)
      // A folder and an archive of the same name keep their names apart.
      let usual = folders.contains(bare) ? submission.name : bare
      return options.students[submission.name] ?? options.students[bare] ?? usual
    }
    let sharing = Dictionary(grouping: submissions.indices) { names[$0] }
    students = submissions.indices.map { place in
      let submission = submissions[place]
      var flags = submission.flags
      var name = names[place]
      let others = sharing[name]!.filter { $0 != place }.map { submissions[$0].name }
      if !others.isEmpty {
        let words: Text =
          "\(name) has handed in more than once: \(others.joined(separator: ", ")) too"
        flags.append(words.words)
        if name != submission.name { name += " (\(submission.name))" }
      }
      return Student(
        name: name, submission: submission,
        points: Self.points(submission, exercises, possible),
        projects: projects.compactMap {
          GradedProject($0, worth: worth, submission, exercises)
        }, flags: flags)
    }.sorted { Self.isBefore($0.name, $1.name) }
  }

  /// The points by the catalogue and the options; no number that a process printed can leave their
  /// range.
  private static func points(
    _ submission: GradedSubmission, _ exercises: [Exercise], _ possible: [Double]
  ) -> [Double?] {
    exercises.indices.map { place in
      guard submission.notGraded == nil else { return nil }
      let outcome = submission.results[place].outcome
      if outcome.state.isNotGraded { return nil }
      let most = exercises[place].points
      let share = Double(min(max(0, outcome.points), most)) / Double(max(1, most))
      return (possible[place] * share * 100).rounded() / 100
    }
  }

  /// As in a list of names: capital letters make no difference.
  private static func isBefore(_ one: String, _ other: String) -> Bool {
    (one.lowercased(), one) < (other.lowercased(), other)
  }

  /// How often each state has occurred: "12 passed, 3 crashed".
  var census: String {
    let states = students.filter { $0.submission.notGraded == nil }
      .flatMap { $0.submission.results.map(\.outcome.state.words) }
    let counts = Dictionary(grouping: states) { $0 }.mapValues(\.count)
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { "\($0.value) \($0.key)" }.joined(separator: ", ")
  }

  /// Whether everything that lies in the folder was graded.
  var isComplete: Bool { students.allSatisfy { $0.submission.isComplete } }

  var possiblePoints: Double {
    possible.reduce(0, +) + Double(projects.count) * projectPoints
  }

  /// "3", "2.5"; nothing for what was not graded.
  static func short(_ points: Double?) -> String { points.map { short($0) } ?? "" }

  static func short(_ points: Double) -> String {
    points == points.rounded() ? "\(Int(points))" : "\(points)"
  }
}

extension Grades.Student {
  /// Nil when nothing was graded.
  var total: Double? {
    guard submission.notGraded == nil else { return nil }
    let earned = points.reduce(0) { $0 + ($1 ?? 0) }
    let built = projects.reduce(0) { $0 + ($1.points ?? 0) }
    return ((earned + built) * 100).rounded() / 100
  }

  /// The diagnosis of one result, without characters that a terminal would obey.
  static func message(_ result: GradedSubmission.Result, _ exercise: Exercise) -> String {
    result.outcome.message(title: exercise.title).printable
  }
}

extension String {
  /// Without control characters, line breaks excepted: what students wrote must not steer a
  /// terminal.
  var printable: String {
    // Most words are plain: then nothing need be looked up, character by character.
    if utf8.allSatisfy({ $0 >= 32 && $0 < 127 || $0 == 10 }) { return self }
    return String(
      String.UnicodeScalarView(
        unicodeScalars.map { scalar in
          let isHarmless =
            scalar == "\n" || ![.control, .format].contains(scalar.properties.generalCategory)
          return isHarmless ? scalar : "\u{fffd}"
        }))
  }

  /// In one line.
  var oneLine: String {
    String(printable.map { $0.isNewline ? " " : $0 })
  }
}
