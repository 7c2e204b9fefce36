import Checks
import ExerciseKit
import Foundation
import LessonKit
import Sandbox

/// One run of a program of the workbench: its answers are checked first, then it runs in a process
/// of its own.
struct ProgramRun {
  private let program: any BenchProgram.Type
  private let arguments: [String]
  private let path: String

  init(_ program: any BenchProgram.Type, _ arguments: [String]) {
    self.program = program
    self.arguments = arguments
    let path = Bundle.main.executablePath ?? CommandLine.arguments[0]
    self.path = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
  }

  /// Runs it; 0 when all gates hold and all answers pass, else 1, or 64 for a wrong command line.
  func status() -> Int32 {
    let (options, status) = program.card.options(in: arguments)
    guard let options else { return status }
    guard let project = program.project else { return runAlone() }
    let words = BenchWords(project, isJSON: options.isJSON)
    let judge = BenchJudge(path: path)
    let readiness = Readiness(of: project, by: judge.outcome)
    words.tell(before: readiness)
    guard readiness.canBegin else { return 1 }
    readiness.announce()
    do {
      let report = try CrashReport()
      let end = try report.run([path, Bench.child, program.name] + arguments)
      guard let end else {
        words.tell(crash: report, readiness)
        return 1
      }
      words.tell(after: readiness, isFine: end == 0)
      guard end == 0, readiness.wrong.isEmpty else { return end == 0 ? 1 : end }
      ProjectRecord.remember(project)
      return 0
    } catch {
      complain("Workbench: \("\(error)")")
      return 1
    }
  }

  /// A program of the learner's own needs no answer; but it may crash like any other.
  private func runAlone() -> Int32 {
    do {
      let report = try CrashReport()
      let end = try report.run([path, Bench.child, program.name] + arguments)
      if end == nil, let place = report.line(matching: "Exercises/") {
        complain("Workbench \(program.name): it stopped at \(place)")
      }
      return end ?? 1
    } catch {
      complain("Workbench: \("\(error)")")
      return 1
    }
  }
}

extension BenchJudge {
  init(path: String) { self.init(program: path) }
}

/// What the learner reads around a project.
struct BenchWords {
  let project: Project
  let isJSON: Bool

  init(_ project: Project, isJSON: Bool) {
    self.project = project
    self.isJSON = isJSON
  }

  /// What is missing, what crashes, what is wrong.
  func tell(before readiness: Readiness) {
    if !readiness.missing.isEmpty {
      let count = project.needed.count
      write(
        """
        Workbench \(project.name) is made of \(count) answers of yours; still to be written, wholly or in \
        part: \(readiness.missing.count).
        """)
      for exercise in readiness.missing { write(exercise, "swift run Course hint") }
    }
    for (exercise, outcome) in readiness.crashing {
      write("An answer does not come back from its check: \(outcome.trouble)")
      write(exercise, "swift run Course check")
    }
    guard readiness.canBegin else {
      write("Then come back: swift run Workbench \(project.name)")
      return
    }
    for exercise in readiness.wrong {
      write("An answer fails its check. The project uses it as it is: see what becomes of it.")
      write(exercise, "swift run Course check")
    }
  }

  /// What to do about a missed gate.
  func tell(after readiness: Readiness, isFine: Bool) {
    if let first = readiness.wrong.first {
      let numbers = readiness.wrong.map(\.number).joined(separator: ", ")
      if isFine {
        write(
          """
          The gates hold, but \(numbers) fails its check: the house stands on it and will not stand \
          everywhere. The project counts once the check passes: swift run Course check \(first.number)
          """)
      } else {
        write(
          """
          A gate was missed, and \(numbers) fails its check. Begin there: \
          swift run Course check \(first.number)
          """)
      }
    } else if !isFine {
      write(
        """
        A gate was missed, although all answers pass their checks. Chance can do that: try another \
        seed, such as --seed 2.
        """)
    } else if !readiness.welcome.isEmpty || project.welcome.isEmpty {
      write("Built, with answers of your own: \(list(project.exercises + readiness.welcome)).")
    } else {
      write(
        """
        Built, with answers of your own: \(list(project.exercises)). It gets better with \
        \(list(project.welcomeExercises)).
        """)
    }
  }

  /// Where a project crashed, and whose answer that was.
  func tell(crash report: CrashReport, _ readiness: Readiness) {
    let overflow: Text = report.isStackOverflow ? " A function calls itself without end." : ""
    if let place = report.line(matching: "Exercises/Lesson") {
      let exercise = Catalogue.exercises.first { place.hasPrefix($0.path) }
      write("An answer stopped the project, at \(place).\(overflow)")
      if let exercise { write(exercise, "swift run Course check") }
    } else if let place = report.line(matching: "Exercises/Workbench") {
      write(
        """
        The project stopped at \(place).\(overflow) If you have not changed it, an answer gave it \
        something that it cannot use, such as a list that is too short.
        """)
      for exercise in readiness.wrong { write(exercise, "swift run Course check") }
    } else {
      write("The project stopped in the middle; check its answers one by one.\(overflow)")
      for exercise in readiness.wrong.isEmpty ? project.exercises : readiness.wrong {
        write(exercise, "swift run Course check")
      }
    }
  }

  private func list(_ exercises: [Exercise]) -> String {
    exercises.map(\.number).joined(separator: ", ")
  }

  private func write(_ exercise: Exercise, _ command: String) {
    var lines = ["", "   \(exercise.number)  \(exercise.title.words)   (\(exercise.path))"]
    lines.append("        \(command) \(exercise.number)")
    put(lines.joined(separator: "\n"))
  }

  private func write(_ text: Text) {
    var rows = [""]
    for word in text.words.split(separator: " ") {
      if rows[rows.count - 1].count + word.count > 74 { rows.append("") }
      rows[rows.count - 1] += (rows[rows.count - 1].isEmpty ? " " : " ") + word
    }
    put("\n" + rows.joined(separator: "\n"))
  }

  /// With `--json`, standard output belongs to the claims.
  private func put(_ text: String) {
    let file = isJSON ? FileHandle.standardError : FileHandle.standardOutput
    file.write(Data((text + "\n").utf8))
  }
}

extension Outcome {
  /// What ended the answer's process, in its own words, and where.
  var trouble: String {
    let words = lines.first { [.crashed, .stopped, .ended].contains($0.label) }?.text ?? ""
    let place = lines.first { $0.label == .in }?.text
    return place.map { "\(words), in \($0)" } ?? words
  }
}
