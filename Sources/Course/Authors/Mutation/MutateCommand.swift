import Checks
import ExerciseKit
import Foundation

/// `swift run Course mutate 16.1`: puts small slips into the references, and looks which of them
/// the checks let through.
///
/// For authors. `--each N` tries so many of each exercise, drawn by the seed. `--table FILE` keeps
/// what was found, a line of JSON for each exercise, and `--from FILE` reads it again: so a run of
/// hours can be made in pieces, and a sample drawn from all of it.
///
/// A survivor is a question that is missing, or it is no slip at all and then stands in the list of
/// equivalent mutants. What is caught shows whether the sentence that its author would read is
/// true: read some.
enum MutateCommand {
  static let flags: Set = ["--all"]
  static let valued: Set = ["--sample", "--seed", "--table", "--from", "--each"]

  /// The exit status is 1 when a mutant survives that is not listed, or one is listed that does not
  /// survive.
  static func run(_ words: CommandWords) throws -> Int32 {
    var exercises = try Tool.exercises(named: words.arguments)
    if words.arguments.isEmpty { exercises = Catalogue.exercises }
    let sample = try words.number("--sample", in: 1...100_000)
    let seed = try words.number("--seed", in: 0...Int(Int32.max)) ?? 1958
    let each = try words.number("--each", in: 1...100_000)
    let equivalents = try EquivalentMutants(of: .course)
    let earlier = try words.value("--from").map { try MutationTable.read($0) }
    Console.say(MutationReport.head)
    var runs: [MutationTable] = []
    for exercise in exercises {
      if let earlier, !earlier.contains(where: { $0.exercise == exercise.number }) { continue }
      let run =
        try earlier?.last { $0.exercise == exercise.number }
        ?? MutationTable(
          MutationRun(
            exercise, .course, equivalents, most: each ?? .max,
            drawnBy: each == nil ? nil : UInt64(seed)))
      if let file = words.value("--table") { try run.append(to: file) }
      Console.say(MutationReport.row(run))
      runs.append(run)
    }
    if runs.count > 1 { Console.say(MutationReport.total(runs)) }
    for run in runs {
      let text = MutationReport.findings(run, everyOne: words.has("--all"))
      if !text.isEmpty { Console.say("\n" + text) }
    }
    if let sample {
      Console.say(MutationReport.sample(sample, of: runs, seed: UInt64(seed)))
    }
    return runs.allSatisfy { $0.count(.survived) == 0 && $0.stale.isEmpty } ? 0 : 1
  }
}

/// What an author reads about mutants.
enum MutationReport {
  private static let columns: [(name: String, fates: [MutationRun.Fate])] = [
    ("cause", [.cause]), ("symptom", [.symptom]), ("silent", [.silent]),
    ("timed out", [.timedOut]), ("survived", [.survived]), ("equivalent", [.equivalent]),
  ]
  private static let width = 11

  static var head: String {
    let names = ["mutants", "caught"] + columns.map(\.name) + ["seconds"]
    return cells("exercise", names)
  }

  static func row(_ run: MutationTable) -> String {
    cells(run.exercise, numbers([run]))
  }

  static func total(_ runs: [MutationTable]) -> String { cells("all", numbers(runs)) }

  private static func numbers(_ runs: [MutationTable]) -> [String] {
    let results = runs.flatMap(\.rows)
    let caught = results.count { $0.fate != .survived && $0.fate != .equivalent }
    let seconds = runs.reduce(0) { $0 + $1.seconds }
    return ["\(results.count)", "\(caught)"]
      + columns.map { column in "\(results.count { column.fates.contains($0.fate) })" }
      + ["\(Int(seconds.rounded()))"]
  }

  private static func cells(_ first: String, _ rest: [String]) -> String {
    first.filled(to: width) + rest.map { $0.padded(to: width) }.joined()
  }

  // MARK: - Findings

  /// The titles that the caught ones got, and each survivor.
  static func findings(_ run: MutationTable, everyOne: Bool) -> String {
    var rows = ["\(run.exercise) \(run.title)"]
    var counts: [String: Int] = [:]
    for result in run.rows where result.fate != .survived && result.fate != .equivalent {
      counts["\(result.fate.rawValue): \(result.title ?? "-")", default: 0] += 1
    }
    for (title, count) in counts.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
      rows.append("\(count)".padded(to: 6) + "  " + title)
    }
    if everyOne {
      rows += run.rows.map { "  \($0.fate.rawValue.filled(to: 11))\(diff($0))" }
    }
    for result in run.rows where result.fate == .survived {
      let words: Text = "survived (\(result.kind))"
      rows.append("  \(words.words), \(diff(result))")
    }
    for key in run.stale {
      let words: Text = "listed as equivalent, but it does not survive: \(key)"
      rows.append("  \(words.words)")
    }
    return rows.joined(separator: "\n")
  }

  private static func diff(_ row: MutationTable.Row) -> String {
    "line \(row.line): \(row.before)  =>  \(row.key)"
  }

  /// Some of the caught ones, drawn by the seed, as their author would read them.
  static func sample(_ count: Int, of runs: [MutationTable], seed: UInt64) -> String {
    var generator = SeededGenerator(seed: seed)
    let caught = runs.flatMap(\.rows).filter { $0.fate != .survived && $0.fate != .equivalent }
    let drawn = caught.indices.shuffled(using: &generator).prefix(count).sorted()
    return drawn.enumerated().map { number, place in
      let row = caught[place]
      return """

        [\(number + 1)] \(row.fate.rawValue) (\(row.kind)), line \(row.line)
          - \(row.before)
          + \(row.after)
        \(row.message)
        """
    }.joined(separator: "\n")
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    String(repeating: " ", count: max(1, width - count)) + self
  }
}
