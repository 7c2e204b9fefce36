import Checks
import ExerciseKit
import Foundation

/// The grades as files: `grades.csv`, `grades.json`, and a page of feedback for each student.
struct GradeBook {
  let grades: Grades

  func write(to folder: URL) throws {
    try Data(csv.utf8).write(to: folder.appendingPathComponent("grades.csv"), options: .atomic)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    try encoder.encode(json)
      .write(to: folder.appendingPathComponent("grades.json"), options: .atomic)
    let feedback = folder.appendingPathComponent("feedback")
    try? FileManager.default.removeItem(at: feedback)
    try FileManager.default.createDirectory(at: feedback, withIntermediateDirectories: true)
    var taken: Set<String> = []
    for student in grades.students {
      var name = Self.fileName(student.name)
      var number = 2
      while !taken.insert(name.lowercased()).inserted {
        name = "\(Self.fileName(student.name))-\(number)"
        number += 1
      }
      let page = Feedback(student: student, grades: grades).page
      try Data(page.utf8).write(to: feedback.appendingPathComponent(name + ".md"))
    }
  }

  /// A name that is safe as the name of a file.
  static func fileName(_ name: String) -> String {
    let safe = name.oneLine.map { "/\\:\u{fffd}".contains($0) ? "_" : $0 }
    var name = String(safe).drop { $0 == "." || $0 == " " }
    // The disk counts bytes: 255 at most, with the number and the ending.
    while name.utf8.count > 120 { name.removeLast() }
    return name.isEmpty ? "student" : String(name)
  }

  // MARK: - CSV

  var csv: String {
    let head =
      ["student", "folder", "points", "possible"] + grades.exercises.map(\.number)
      + grades.projects.map(\.name) + ["flags"]
    let rows = grades.students.map { student in
      let projects = grades.projects.indices.map {
        Grades.short(student.projects.isEmpty ? nil : student.projects[$0].points)
      }
      let remarks = (student.reasons + student.flags).joined(separator: "; ")
      return [student.name, student.submission.name, Grades.short(student.total)]
        + [Grades.short(grades.possiblePoints)] + student.points.map(Grades.short) + projects
        + [remarks]
    }
    return ([head] + rows).map { $0.map(Self.cell).joined(separator: ",") + "\r\n" }.joined()
  }

  /// Quoted where it must be; a spreadsheet takes what begins with "=" for a formula, so that is
  /// quoted too.
  static func cell(_ text: String) -> String {
    var text = text.oneLine
    if let first = text.first, "=+-@".contains(first) { text = "'" + text }
    guard text.contains(where: { ",\";\r\n".contains($0) }) else { return text }
    return "\"" + text.replacingOccurrences(of: "\"", with: "\"\"") + "\""
  }

  // MARK: - JSON

  struct JSON: Encodable {
    struct Exercise: Encodable {
      let number, title, state, message: String
      /// Nil when it was not graded.
      let points: Double?
      let possible, seconds: Double
    }

    struct Project: Encodable {
      let name: String
      /// Nil when it was not graded.
      let points: Double?
      let possible: Double
      /// The exercises that do not pass yet.
      let missing: [String]
    }

    struct Submission: Encodable {
      let student, folder: String
      /// "graded" or "not graded".
      let state: String
      /// Nil when it was not graded.
      let points: Double?
      let possible: Double
      let flags: [String]
      let exercises: [Exercise]
      /// Nil when projects do not count.
      let projects: [Project]?
    }

    let seed: UInt64
    let isolation: String
    let submissions: [Submission]
  }

  var json: JSON {
    JSON(
      seed: grades.seed, isolation: grades.isolation,
      submissions: grades.students.map { student in
        JSON.Submission(
          student: student.name, folder: student.submission.name,
          state: student.submission.notGraded == nil ? "graded" : "not graded",
          points: student.total, possible: grades.possiblePoints,
          flags: student.reasons + student.flags,
          exercises: student.submission.results.indices.map { place in
            let exercise = grades.exercises[place]
            let result = student.submission.results[place]
            return JSON.Exercise(
              number: exercise.number, title: exercise.title.words,
              state: result.outcome.state.words, message: Grades.Student.message(result, exercise),
              points: student.points[place], possible: grades.possible[place],
              seconds: (result.seconds * 100).rounded() / 100)
          }, projects: grades.projects.isEmpty ? nil : student.projects.map(projectJSON))
      })
  }
}

extension GradeBook {
  private func projectJSON(_ graded: GradedProject) -> JSON.Project {
    JSON.Project(
      name: graded.project.name, points: graded.points, possible: grades.projectPoints,
      missing: graded.missing)
  }

  /// The table for the terminal: a line a student, a column a lesson.
  var table: String {
    let lessons = Dictionary(grouping: grades.exercises.indices) { grades.exercises[$0].lesson }
      .sorted { $0.key < $1.key }
    let building = grades.projects.isEmpty ? nil : ("bench" as Text).words
    func row(_ name: String, _ total: String, _ cells: [String], _ flag: String) -> String {
      let widths = lessons.map { _ in 5 } + [max(5, (building ?? "").count + 2)]
      return " " + name.fitted(to: 18) + total.flushRight(9) + "  "
        + zip(cells, widths).map { $0.flushRight($1) }.joined() + "  " + flag
    }
    let names =
      lessons.map { $0.key < 10 ? "0\($0.key)" : "\($0.key)" } + (building.map { [$0] } ?? [])
    let label: Text = "student"
    let points: Text = "points"
    var rows = [row(label.words, points.words, names, "")]
    func sum(_ known: [Double]) -> String {
      known.isEmpty ? "-" : Self.rounded(known.reduce(0, +))
    }
    func sums(_ points: [Double?], _ projects: [Double]) -> [String] {
      let cells = lessons.map { lesson in sum(lesson.value.compactMap { points[$0] }) }
      return building == nil ? cells : cells + [sum(projects)]
    }
    for student in grades.students {
      rows.append(
        row(
          student.name.oneLine, student.total.map(Self.rounded) ?? "-",
          sums(student.points, student.projects.compactMap(\.points)),
          student.flags.isEmpty && student.submission.isComplete ? "" : "!"))
    }
    let graded = grades.students.filter { $0.submission.notGraded == nil }
    if graded.count > 1 {
      let mean = grades.exercises.indices.map { place in
        graded.reduce(0) { $0 + ($1.points[place] ?? 0) } / Double(graded.count)
      }
      let built = grades.projects.indices.map { place in
        graded.reduce(0) { $0 + ($1.projects[place].points ?? 0) } / Double(graded.count)
      }
      let words: Text = "mean"
      rows.append("")
      rows.append(
        row(words.words, Self.rounded((mean + built).reduce(0, +)), sums(mean, built), ""))
    }
    let words: Text = "possible"
    rows.append(
      row(
        words.words, Self.rounded(grades.possiblePoints),
        sums(grades.possible, grades.projects.map { _ in grades.projectPoints }), ""))
    return rows.joined(separator: "\n")
  }

  private static func rounded(_ points: Double) -> String {
    Grades.short((points * 10).rounded() / 10)
  }

  /// What an instructor should look at: what was not graded, the flags, and what was refused.
  var remarks: [String] {
    grades.students.flatMap { student -> [String] in
      let refused = zip(grades.exercises, student.submission.results).compactMap {
        exercise, result -> String? in
        guard result.outcome.state == .refused else { return nil }
        let reason = result.outcome.lines.first { $0.label == .refused }?.text ?? ""
        let words: Text = "\(exercise.number) refused: \(reason)"
        return words.words
      }
      return (student.reasons + student.flags + refused).map { "\(student.name): \($0)".oneLine }
    }
  }
}

extension Grades.Student {
  /// What was not graded, and why.
  var reasons: [String] {
    if let reason = submission.notGraded {
      let words: Text = "not graded: \(reason)"
      return [words.words]
    }
    return submission.results.filter { $0.outcome.state.isNotGraded }.map {
      let words: Text = "\($0.outcome.exercise) could not be graded: grade again"
      return words.words
    }
  }
}
