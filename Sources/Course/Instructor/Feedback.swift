import Checks
import ExerciseKit
import Foundation

/// The page that a student gets back: the points, and for each exercise what its check had to say.
struct Feedback {
  let student: Grades.Student
  let grades: Grades

  var page: String {
    let title: Text = "Feedback for \(student.name.oneLine)"
    if student.submission.notGraded != nil { return notGraded(title) }
    let total = Grades.short(student.total)
    let points: Text = "\(total) of \(Grades.short(grades.possiblePoints)) points"
    var rows = ["# \(Self.escaped(title.words))", "", "**\(points.words)**", ""]
    if !student.flags.isEmpty {
      let words: Text = "About what you handed in:"
      rows += [words.words, ""]
      rows += student.flags.map { "- " + Self.escaped($0.oneLine) } + [""]
    }
    let lessons = Dictionary(grouping: grades.exercises.indices) { grades.exercises[$0].lesson }
    let sorted = lessons.sorted { $0.key < $1.key }.map(\.value)
    let isBegun = { (places: [Int]) in places.contains { state($0) != .notAttempted } }
    for places in sorted where isBegun(places) { rows += section(places) }
    rows += notBegun(sorted.filter { !isBegun($0) })
    rows += projects
    let seed: Text = """
      The checks' random inputs came from the seed \(grades.seed): with `COURSE_SEED=\(grades.seed)` \
      you meet the same ones.
      """
    return (rows + ["---", "", seed.words, ""]).joined(separator: "\n")
  }

  /// The page of one whose submission could not be read.
  private func notGraded(_ title: Text) -> String {
    let rows = student.reasons + student.flags
    return (["# \(Self.escaped(title.words))", ""] + rows.map { Self.escaped($0.oneLine) } + [""])
      .joined(separator: "\n")
  }

  /// The projects of the workbench, where they count.
  private var projects: [String] {
    guard !student.projects.isEmpty else { return [] }
    let earned = student.projects.reduce(0) { $0 + ($1.points ?? 0) }
    let possible = Double(student.projects.count) * grades.projectPoints
    let title: Text =
      "Projects of the workbench: \(Grades.short(earned)) of \(Grades.short(possible)) points"
    let rows = student.projects.map { graded -> String in
      let name = "\(graded.project.name) - \(graded.project.title.words)"
      if graded.missing.isEmpty { return "- ✓ \(name)" }
      let words: Text = "\(name): to pass first: \(graded.missing)"
      return "- " + words.words
    }
    return ["## \(title.words)", ""] + rows + [""]
  }

  private func heading(_ places: [Int]) -> String {
    let lesson = CatalogueLesson.all.first { $0.number == grades.exercises[places[0]].lesson }!
    return Self.headings[lesson.number] ?? lesson.name
  }

  /// "02 The perceptron", by the lesson's number; read once for the whole class.
  private static let headings = Dictionary(
    uniqueKeysWithValues: CatalogueLesson.all.map {
      ($0.number, "\($0.name) \($0.title(in: .course))")
    })

  /// Lessons without an answer, a line each.
  private func notBegun(_ lessons: [[Int]]) -> [String] {
    guard !lessons.isEmpty else { return [] }
    let words: Text = "Not attempted"
    let rows = lessons.map { places in
      let possible = Grades.short(places.reduce(0) { $0 + grades.possible[$1] })
      let count: Text =
        places.count == 1
        ? "1 exercise, \(possible) points" : "\(places.count) exercises, \(possible) points"
      return "- \(heading(places)): \(count.words)"
    }
    return ["## \(words.words)", ""] + rows + [""]
  }

  private func section(_ places: [Int]) -> [String] {
    let earned = places.reduce(0) { $0 + (student.points[$1] ?? 0) }
    let possible = places.reduce(0) { $0 + grades.possible[$1] }
    let points: Text = "\(Grades.short(earned)) of \(Grades.short(possible)) points"
    var rows = ["## \(heading(places)): \(points.words)", ""]
    for place in places where Mark(state(place)) == .passing {
      rows.append("- ✓ \(name(place)), \(pointsWords(place))")
    }
    for place in places where Mark(state(place)) == .notAttempted {
      let outcome = student.submission.results[place].outcome
      let missing = outcome.lines.first { $0.label == .file }.map { " (\($0.text))" } ?? ""
      rows.append("- \(name(place)): \(state(place).words)\(missing)")
    }
    if rows.last != "" { rows.append("") }
    for place in places where Mark(state(place)) == .failing {
      rows += ["### \(name(place)): \(state(place).words), \(pointsWords(place))", ""]
      rows += Self.quoted(diagnosis(place)) + [""]
    }
    return rows
  }

  private func state(_ place: Int) -> Outcome.State {
    student.submission.results[place].outcome.state
  }

  private func name(_ place: Int) -> String {
    "\(grades.exercises[place].number) \(grades.exercises[place].title.words)"
  }

  private func pointsWords(_ place: Int) -> String {
    let possible = Grades.short(grades.possible[place])
    guard student.points[place] != nil else {
      let words: Text = "not graded, \(possible) points"
      return words.words
    }
    let words: Text = "\(Grades.short(student.points[place])) of \(possible) points"
    return words.words
  }

  /// What the check said, without its first line, which the heading repeats.
  private func diagnosis(_ place: Int) -> String {
    let message = Grades.Student.message(
      student.submission.results[place], grades.exercises[place])
    return message.split(separator: "\n", omittingEmptySubsequences: false).dropFirst()
      .joined(separator: "\n")
  }

  /// A block of code that nothing inside can close.
  static func quoted(_ text: String) -> [String] {
    let longest = text.split { $0 != "`" }.map(\.count).max() ?? 0
    let fence = String(repeating: "`", count: max(3, longest + 1))
    return [fence + "text", text, fence]
  }

  private static func escaped(_ text: String) -> String {
    String(text.flatMap { "\\`*_[]<>#|".contains($0) ? ["\\", $0] : [$0] })
  }
}
