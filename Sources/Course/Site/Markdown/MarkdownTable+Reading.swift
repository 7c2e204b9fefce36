import ExerciseKit
import Foundation

extension MarkdownTable {
  /// Takes a table from the lines: a head, a line of dashes, rows.
  static func read(_ rest: inout ArraySlice<MarkdownReader.Line>) throws(MarkdownProblem)
    -> MarkdownBlock
  {
    let line = rest.removeFirst()
    let head = try cells(line)
    guard let second = rest.popFirst() else {
      throw MarkdownProblem(line.number, "a table needs a line of dashes below its head")
    }
    var sides: [Side?] = []
    for cell in try cells(second) { sides.append(try side(cell, second.number)) }
    guard sides.count == head.count else {
      throw MarkdownProblem(
        second.number, "\(sides.count) columns below a head of \(head.count)")
    }
    var table = MarkdownTable(sides: sides, head: try inlines(head, line.number), rows: [])
    while let row = rest.first, row.words.hasPrefix("|"), row.indent < 4 {
      let cells = try cells(row)
      guard cells.count == head.count else {
        throw MarkdownProblem(
          row.number, "a row of \(cells.count) cells in a table of \(head.count) columns")
      }
      table.rows.append(try inlines(cells, row.number))
      rest.removeFirst()
    }
    if let next = rest.first, !next.isBlank {
      throw MarkdownProblem(next.number, "an empty line must stand below a table")
    }
    return .table(table)
  }

  private static func inlines(_ cells: [String], _ line: Int) throws(MarkdownProblem)
    -> [[MarkdownInline]]
  {
    var result: [[MarkdownInline]] = []
    for cell in cells { result.append(try InlineReader.inlines(cell, line: line)) }
    return result
  }

  /// The texts between the bars; `\|` is a bar in a cell, in code too.
  private static func cells(_ line: MarkdownReader.Line) throws(MarkdownProblem) -> [String] {
    var cells: [String] = []
    var cell = ""
    var isEscaped = false
    for character in line.words.dropFirst() {
      if character == "|", !isEscaped {
        cells.append(cell)
        cell = ""
        continue
      }
      if character == "|" { cell.removeLast() }
      isEscaped = character == "\\" && !isEscaped
      cell.append(character)
    }
    guard cell.allSatisfy(\.isWhitespace) else {
      throw MarkdownProblem(line.number, "a row of a table ends with |")
    }
    return cells.map { $0.trimmingCharacters(in: .whitespaces) }
  }

  private static func side(_ cell: String, _ line: Int) throws(MarkdownProblem) -> Side? {
    let dashes = cell.filter { $0 == "-" }.count
    switch (cell.hasPrefix(":"), cell.hasSuffix(":"), cell.count - dashes) {
    case (false, false, 0) where dashes > 0: return nil
    case (true, false, 1) where dashes > 0: return .left
    case (false, true, 1) where dashes > 0: return .right
    case (true, true, 2) where dashes > 0: return .middle
    default:
      throw MarkdownProblem(line, "expected ---, :--- or ---: in each column below a table's head")
    }
  }
}
