import Checks
import ExerciseKit
import Foundation

/// `swift run Course check 5.2`: runs the learner's answers, and explains what fails.
struct CheckCommand {
  let outcomes: [Outcome]
  /// Files of other lessons that do not compile.
  let broken: [Outcome]
  /// Swift files that nobody handed out.
  let extra: [String]
  /// The numbers of all exercises that passed when they were last checked.
  private let passed: Set<String>

  init(_ words: [String], _ workbook: inout Workbook) throws {
    var chosen = try Tool.exercises(named: words)
    if words.isEmpty {
      chosen = CatalogueLesson.all.filter { workbook.isBegun($0) }.flatMap(\.exercises)
    }
    var outcomes: [Outcome] = []
    let lessons = Set(chosen.map(\.lesson))
    var extra: [String] = []
    for lesson in CatalogueLesson.all where lessons.contains(lesson.number) {
      outcomes += try workbook.check(lesson, only: chosen.filter { $0.lesson == lesson.number })
      extra += Self.extraFiles(in: lesson, workbook.place)
    }
    self.outcomes = outcomes
    self.extra = extra
    broken = try workbook.brokenFiles(besides: lessons)
    passed = workbook.record.passed
    if isFine, let last = outcomes.last, last.state == .passed {
      workbook.record.lastPassed = last.exercise
      try workbook.record.write(to: workbook.place)
    }
  }

  /// Whether nothing that was attempted fails.
  var isFine: Bool { !outcomes.contains { Mark($0.state) == .failing } }

  private static func extraFiles(in lesson: CatalogueLesson, _ place: Place) -> [String] {
    let folder = place.exercises.appendingPathComponent(lesson.folder)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    let known = Set(lesson.exercises.map(\.file))
    return names.filter { $0.hasSuffix(".swift") && !$0.hasPrefix(".") && !known.contains($0) }
      .sorted().map { "Exercises/\(lesson.folder)/\($0)" }
  }

  // MARK: - For the learner

  var text: String {
    var rows: [String] = []
    for outcome in outcomes { rows.append(Self.text(outcome)) }
    for file in extra {
      let words: Text = "\(file) was not handed out: put what it holds into the file that uses it"
      rows.append("\n" + words.words.wrapped(label: " !  "))
    }
    for outcome in broken {
      let file = outcome.lines.first { $0.label == .file }?.text ?? ""
      let message = outcome.lines.first { $0.label == .compiler }?.text ?? ""
      let words: Text = """
        \(file) does not compile: \(message). It stops `swift test` for all lessons, and here only \
        its own exercise.
        """
      rows.append("\n" + words.words.wrapped(label: " !  "))
    }
    return (rows + ["", summary]).joined(separator: "\n")
  }

  static func text(_ outcome: Outcome) -> String {
    let exercise = Catalogue.exercises.first { $0.number == outcome.exercise }!
    let mark = Mark(outcome.state)
    guard mark == .failing else {
      let state: Text = mark == .passing ? "passed" : "not attempted"
      let points: Text = "\(outcome.points) of \(outcome.possible) points"
      let name = "\(exercise.number) \(exercise.title.words)"
      let earned = mark == .passing ? "\(state.words), \(points.words)" : state.words
      let row = " \(mark.sign) " + name.filled(to: 76 - earned.count) + earned
      guard mark == .notAttempted, outcome.lines.contains(where: { $0.label == .file }) else {
        return row
      }
      let missing: Text = "its file is missing: `swift run Course reset \(exercise.number)`"
      return row + "\n   " + missing.words
    }
    let rows = outcome.message(title: exercise.title).split(
      separator: "\n", omittingEmptySubsequences: false)
    return "\n \(mark.sign) " + rows[0] + "\n"
      + rows.dropFirst().map { "   \($0)" }.joined(separator: "\n") + "\n"
  }

  /// What comes after success: the first exercise behind it that does not pass yet.
  private var next: Exercise? {
    guard outcomes.allSatisfy({ $0.state == .passed }), let last = outcomes.last else { return nil }
    return open(after: last.exercise)
  }

  private func open(after number: String) -> Exercise? {
    let behind = Catalogue.exercises.drop { $0.number != number }.dropFirst()
    return behind.first { !passed.contains($0.number) }
  }

  private var summary: String {
    guard !outcomes.isEmpty else {
      let none: Text = "Nothing was begun yet: `swift run Course` shows the first step."
      return " " + none.words
    }
    let passing = outcomes.count { Mark($0.state) == .passing }
    let failing = outcomes.filter { Mark($0.state) == .failing }
    let points = outcomes.reduce(0) { $0 + $1.points }
    let possible = outcomes.reduce(0) { $0 + $1.possible }
    let open = outcomes.count - passing - failing.count
    let counts: Text = """
      \(passing) passing, \(failing.count) failing, \(open) not attempted; \
      \(points) of \(possible) points
      """
    guard let first = failing.first else {
      guard let next else { return " " + counts.words }
      let words: Text = "next  \(next.number) \(next.title.words)"
      return " " + counts.words + "\n " + words.words
    }
    let hint: Text = "stuck? swift run Course hint \(first.exercise)"
    return " " + counts.words + "\n " + hint.words
  }

  // MARK: - For editors

  struct JSON: Encodable {
    struct Line: Encodable {
      let label, text: String
    }

    struct Exercise: Encodable {
      let number, title, file, mark, state, message: String
      /// Where it went wrong, when that is known.
      let line: Int?
      let points, possible: Int
      let lines: [Line]
    }

    let exercises: [Exercise]
    /// In other lessons: these stop `swift test`.
    let doNotCompile: [Exercise]
    let notHandedOut: [String]
  }

  var json: JSON {
    JSON(
      exercises: outcomes.map(Self.json), doNotCompile: broken.map(Self.json), notHandedOut: extra)
  }

  static func json(_ outcome: Outcome) -> JSON.Exercise {
    let exercise = Catalogue.exercises.first { $0.number == outcome.exercise }!
    return JSON.Exercise(
      number: exercise.number, title: exercise.title.words, file: exercise.path,
      mark: Mark(outcome.state).rawValue, state: outcome.state.rawValue,
      message: outcome.message(title: exercise.title),
      line: outcome.lines.compactMap(\.lineNumber).first, points: outcome.points,
      possible: outcome.possible,
      lines: outcome.lines.map { JSON.Line(label: $0.label.rawValue, text: $0.text) })
  }
}

extension Outcome.Line {
  /// The number behind a place such as "Exercises/Lesson07/Adam.swift:12".
  fileprivate var lineNumber: Int? {
    guard label == .file || label == .in else { return nil }
    return text.split(separator: ":").last.flatMap { Int($0) }
  }
}
