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
    let trimmed = String(safe).drop { $0 == "." || $0 == " " }.prefix(100)
    return trimmed.isEmpty ? "student" : String(trimmed)
  }

  // MARK: - CSV

  var csv: String {
    let head =
      ["student", "folder", "points", "possible"] + grades.exercises.map(\.number) + ["flags"]
    let rows = grades.students.map { student in
      [student.name, student.submission.name, Grades.short(student.total)]
        + [Grades.short(grades.possiblePoints)] + student.points.map(Grades.short)
        + [student.submission.flags.joined(separator: "; ")]
    }
    return ([head] + rows).map { $0.map(Self.cell).joined(separator: ",") + "\r\n" }.joined()
  }

  /// Quoted where it must be; a spreadsheet takes what begins with "=" for a formula, so that is quoted too.
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
      let points, possible, seconds: Double
    }

    struct Submission: Encodable {
      let student, folder: String
      let points, possible: Double
      let flags: [String]
      let exercises: [Exercise]
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
          student: student.name, folder: student.submission.name, points: student.total,
          possible: grades.possiblePoints, flags: student.submission.flags,
          exercises: grades.exercises.indices.map { place in
            let exercise = grades.exercises[place]
            let result = student.submission.results[place]
            return JSON.Exercise(
              number: exercise.number, title: exercise.title.words,
              state: result.outcome.state.words, message: Grades.Student.message(result, exercise),
              points: student.points[place], possible: grades.possible[place],
              seconds: (result.seconds * 100).rounded() / 100)
          })
      })
  }
}

extension GradeBook {
  /// The table for the terminal: a line a student, a column a lesson.
  var table: String {
    let lessons = Dictionary(grouping: grades.exercises.indices) { grades.exercises[$0].lesson }
      .sorted { $0.key < $1.key }
    func row(_ name: String, _ total: String, _ cells: [String], _ flag: String) -> String {
      " " + name.fitted(to: 18) + total.flushRight(9) + "  "
        + cells.map { $0.flushRight(5) }.joined() + "  " + flag
    }
    let names = lessons.map { $0.key < 10 ? "0\($0.key)" : "\($0.key)" }
    let label: Text = "student"
    let points: Text = "points"
    var rows = [row(label.words, points.words, names, "")]
    func sums(_ points: [Double]) -> [String] {
      lessons.map { lesson in
        Self.rounded(lesson.value.reduce(0) { $0 + points[$1] })
      }
    }
    for student in grades.students {
      rows.append(
        row(
          student.name.oneLine, Self.rounded(student.total), sums(student.points),
          student.submission.flags.isEmpty ? "" : "!"))
    }
    if grades.students.count > 1 {
      let mean = grades.exercises.indices.map { place in
        grades.students.reduce(0) { $0 + $1.points[place] } / Double(grades.students.count)
      }
      let words: Text = "mean"
      rows.append("")
      rows.append(row(words.words, Self.rounded(mean.reduce(0, +)), sums(mean), ""))
    }
    let words: Text = "possible"
    rows.append(
      row(words.words, Self.rounded(grades.possiblePoints), sums(grades.possible), ""))
    return rows.joined(separator: "\n")
  }

  private static func rounded(_ points: Double) -> String {
    Grades.short((points * 10).rounded() / 10)
  }

  /// What an instructor should look at: the flags, and what was refused.
  var remarks: [String] {
    grades.students.flatMap { student -> [String] in
      let refused = zip(grades.exercises, student.submission.results).compactMap {
        exercise, result -> String? in
        guard result.outcome.state == .refused else { return nil }
        let reason = result.outcome.lines.first { $0.label == .refused }?.text ?? ""
        return "\(exercise.number) refused: \(reason)"
      }
      return (student.submission.flags + refused).map { "\(student.name): \($0)".oneLine }
    }
  }
}
