import Checks
import Datasets
import Foundation
import LessonKit

/// `swift run Workbench table FILE.csv --target COLUMN`: looks at the learner's own data, and says
/// honestly what can be learned from it.
enum TableCommand {
  static let card = LessonCard(
    program: "table", arguments: "FILE.csv --target COLUMN", title: "Your own data",
    summary: """
      Looks at a table, splits it without leakage, tries a baseline and then a network, and says which is worth \
      having. Writes a short program to go on from.
      """,
    options: [
      .text("target", "COLUMN", "the column that is to be predicted"),
      .text("as", "KIND", default: "auto", "the target is classes or numbers; auto looks at it"),
      .text("words", "A,B", "columns whose numbers are codes, not quantities"),
      .text("without", "A,B", "columns to leave out"),
      .text(
        "test", "ROWS", default: "random",
        "the rows to be judged by: random, or latest, by the first column of dates"),
      .text(
        "out", "FILE",
        "where to write the program; by default a new file in Exercises/Workbench"),
    ])

  /// The options that are followed by a value, so that the file can be told from one.
  private static let valued: Set<String> = [
    "--target", "--as", "--words", "--without", "--test", "--out", "--seed", "--figures",
    "--color", "--section", "--language",
  ]

  static func run(_ arguments: [String]) -> Int32 {
    var options = arguments
    var file: String?
    var place = 0
    while place < options.count {
      if valued.contains(options[place]) {
        place += 2
      } else if options[place].hasPrefix("-") {
        place += 1
      } else if file == nil {
        file = options.remove(at: place)
      } else {
        place += 1  // one file too many: the parser of options names it
      }
    }
    var plan: TablePlan?
    return card.run(
      options,
      prepare: { options in plan = try TablePlan(file: file, options) },
      teach: { board in
        guard let plan else { return }
        try TableReport(plan, board).write()
      })
  }
}

/// What the command line asks for, after a look at the file: all that can be wrong with it has been
/// found.
struct TablePlan {
  let url: URL
  let table: DataTable
  let targetColumn: String
  let target: TableTarget
  let findings: [Finding]
  let rows: [Int]
  /// The days to split by; nil for a random split.
  let days: (column: String, values: [Float?])?
  let output: URL

  /// A wish that cannot be fulfilled, in one sentence.
  struct Trouble: Error, CustomStringConvertible {
    let description: String
  }

  init(file: String?, _ options: Options) throws {
    guard let file, !file.isEmpty else { throw Trouble(description: "it needs a CSV file") }
    url = URL(fileURLWithPath: file)
    table = try DataTable(contentsOf: url)
    guard let targetColumn = options.text("target"), !targetColumn.isEmpty else {
      let columns = table.columnNames.prefix(12).map { "\"\($0)\"" }.joined(separator: ", ")
      let more = table.columnNames.count > 12 ? " and \(table.columnNames.count - 12) more" : ""
      throw Trouble(
        description:
          "say what is to be predicted with --target: \(table.name) has \(columns)\(more)")
    }
    self.targetColumn = targetColumn
    let wish = try Self.choice("as", ["auto", "classes", "numbers"], options)
    target = try TableTarget(targetColumn, of: table, as: wish)
    let rows = target.rows
    self.rows = rows
    let (words, without) = (Self.list("words", options), Self.list("without", options))
    for column in words + without { _ = try table.texts(column) }
    let (table, target) = (table, target)
    findings = try table.columnNames.filter { $0 != targetColumn && !without.contains($0) }.map {
      try Finding($0, of: table, rows: rows, target: target, isWords: words.contains($0))
    }
    guard findings.contains(where: { $0.feature != nil }) else {
      throw DataError(
        file: table.name, expected: "a column to predict \"\(targetColumn)\" from",
        found: "none that is of use")
    }
    if try Self.choice("test", ["random", "latest"], options) == "latest" {
      guard let dates = findings.first(where: { $0.kind == .dates })?.column else {
        throw DataError(
          file: table.name, expected: "a column of dates for --test latest", found: "none")
      }
      days = (dates, try table.days(dates))
    } else {
      days = nil
    }
    output = try TableProgram.place(for: url, wish: options.text("out"))
  }

  private static func list(_ option: String, _ options: Options) -> [String] {
    (options.text(option) ?? "").split(separator: ",").map(String.init)
  }

  private static func choice(_ option: String, _ words: [String], _ options: Options) throws
    -> String
  {
    let word = options.text(option) ?? words[0]
    guard words.contains(word) else {
      throw Trouble(
        description: "--\(option) takes \(words.joined(separator: " or ")), not \"\(word)\"")
    }
    return word
  }
}
