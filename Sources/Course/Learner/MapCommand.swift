import Checks
import ExerciseKit
import Foundation

/// `swift run Course`: the map of the lessons, where the learner stands, and the next step.
struct MapCommand {
  let marks: [(lesson: CatalogueLesson, outcomes: [Outcome])]
  let place: Place
  private let lastPassed: String?

  init(_ workbook: inout Workbook) throws {
    place = workbook.place
    var marks: [(CatalogueLesson, [Outcome])] = []
    for lesson in CatalogueLesson.all { marks.append((lesson, try workbook.marks(of: lesson))) }
    self.marks = marks
    lastPassed = workbook.record.lastPassed
  }

  /// A line a lesson, with a mark an exercise.
  var map: String {
    let outcomes = marks.flatMap(\.outcomes)
    let passed = outcomes.count { $0.state == .passed }
    var rows = [
      head("Neuron to Diffusion", passed: passed, of: outcomes.count, Self.points(outcomes)), "",
    ]
    for (lesson, outcomes) in marks {
      let signs = outcomes.map { Mark($0.state).sign }.joined(separator: " ")
      let width = outcomes.count * 2 - 1
      let title = lesson.title(in: place).fitted(to: 42)
      rows.append(
        " \(lesson.name)  \(title) " + signs + String(repeating: " ", count: max(1, 16 - width))
          + Self.points(outcomes).flushRight(9))
    }
    let legend: Text = "passing"
    let failing: Text = "failing"
    let open: Text = "not attempted"
    rows += [
      "",
      "     \(Mark.passing.sign) \(legend.words)   \(Mark.failing.sign) \(failing.words)   "
        + "\(Mark.notAttempted.sign) \(open.words)",
      "",
    ]
    return (rows + workbench + [""] + next).joined(separator: "\n")
  }

  /// The projects that answers are made into: which stand, which can be built, and what the others
  /// need.
  private var workbench: [String] {
    let title: Text = "workbench"
    let outcomes = marks.flatMap(\.outcomes)
    let passed = Set(outcomes.filter { $0.state == .passed }.map(\.exercise))
    return [" " + Console.styled(title.words, .strong)]
      + Catalogue.projects.map { project in
        let open = project.needed.filter { !passed.contains($0) }
        let state: Text
        if open.isEmpty {
          state =
            ProjectRecord.stands(project, in: place.root)
            ? "stands" : "swift run Workbench \(project.name)"
        } else {
          state = "needs \(open.count > 4 ? open.prefix(3) + ["..."] : open)"
        }
        let mark: Mark = ProjectRecord.stands(project, in: place.root) ? .passing : .notAttempted
        return "   \(mark.sign) " + project.name.filled(to: 12)
          + project.title.words.filled(to: 41) + state.words
      }
  }

  private func head(_ name: String, passed: Int, of count: Int, _ points: String) -> String {
    let progress: Text = "\(passed) of \(count) exercises, \(points) points"
    let bar = 76 - name.count
    return " " + Console.styled(name, .strong) + progress.words.flushRight(bar)
  }

  private static func points(_ outcomes: [Outcome]) -> String {
    "\(outcomes.reduce(0) { $0 + $1.points })/\(outcomes.reduce(0) { $0 + $1.possible })"
  }

  /// The first exercise that fails; else the first open one behind the last success; else the first
  /// open one.
  var nextExercise: Exercise? {
    let outcomes = marks.flatMap(\.outcomes)
    let behind = outcomes.drop { $0.exercise != lastPassed }
    let open =
      outcomes.first { Mark($0.state) == .failing } ?? behind.first { $0.state != .passed }
      ?? outcomes.first { $0.state != .passed }
    return Catalogue.exercises.first { $0.number == open?.exercise }
  }

  private var next: [String] {
    guard let exercise = nextExercise else {
      let done: Text = "Every exercise passes. Well done."
      return [" " + done.words]
    }
    let label: Text = "next"
    let title = "\(exercise.number) \(exercise.title.words)"
    let effort: Text = "\(exercise.minutes) minutes, \(exercise.points) points"
    let margin = String(repeating: " ", count: label.words.count + 3)
    return [
      " \(Console.styled(label.words, .strong))  \(title), \(effort.words)",
      margin + exercise.reading,
      margin + exercise.path,
      margin + "swift run Course check \(exercise.number)",
    ]
  }

  // MARK: - All exercises

  /// `swift run Course list`: every exercise with its mark and its effort.
  var list: String {
    var rows: [String] = []
    for (lesson, outcomes) in marks {
      rows.append("\n \(lesson.name)  \(lesson.title(in: place))   \(lesson.chapterPath)")
      for (exercise, outcome) in zip(lesson.exercises, outcomes) {
        let effort: Text = "\(exercise.minutes, width: 2) minutes, \(exercise.points) points"
        rows.append(
          "   \(Mark(outcome.state).sign) " + exercise.number.filled(to: 6)
            + exercise.title.words.filled(to: 38)
            + String(repeating: "*", count: exercise.difficulty).filled(to: 5) + effort.words)
      }
    }
    return rows.joined(separator: "\n")
  }

  // MARK: - For editors

  struct JSON: Encodable {
    struct Exercise: Encodable {
      let number, title, file, mark, state: String
      let points, possible, difficulty, minutes: Int
    }

    let exercises: [Exercise]
    let next: String?
    let points, possible: Int
  }

  var json: JSON {
    let outcomes = marks.flatMap(\.outcomes)
    return JSON(
      exercises: zip(Catalogue.exercises, outcomes).map { exercise, outcome in
        JSON.Exercise(
          number: exercise.number, title: exercise.title.words, file: exercise.path,
          mark: Mark(outcome.state).rawValue, state: outcome.state.rawValue,
          points: outcome.points, possible: outcome.possible, difficulty: exercise.difficulty,
          minutes: exercise.minutes)
      },
      next: nextExercise?.number, points: outcomes.reduce(0) { $0 + $1.points },
      possible: outcomes.reduce(0) { $0 + $1.possible })
  }
}

extension CatalogueLesson {
  var chapterPath: String { exercises[0].chapterPath }
}
