/// Columns of text that keep to a width.
struct Table {
  /// On which side a column's cells stand.
  enum Alignment: Sendable {
    case left
    case right
  }

  var header: [String]
  var rows: [[String]]
  /// For each column; by default numbers stand right and words left.
  var alignments: [Alignment]?

  static let gap = 2

  /// The lines, none wider than `width`; long cells continue on the next line.
  func lines(width: Int) -> [(text: String, isHeader: Bool)] {
    let columns = max(header.count, rows.map(\.count).max() ?? 0)
    guard columns > 0 else { return [] }
    if columns > 1, narrowest(columns) > width { return records(columns, width: width) }
    let widths = columnWidths(columns, width: width)
    let sides = (0..<columns).map { alignment(ofColumn: $0) }
    var lines: [(text: String, isHeader: Bool)] = []
    if header.contains(where: { !$0.isEmpty }) {
      lines += block(header, widths, sides).map { ($0, true) }
    }
    for row in rows { lines += block(row, widths, sides).map { ($0, false) } }
    return lines
  }

  /// The width below which a word of some cell would have to be cut.
  private func narrowest(_ columns: Int) -> Int {
    (0..<columns).map { column in
      cells(ofColumn: column).flatMap { Wrapping.words(of: $0) }.map(\.displayWidth).max() ?? 1
    }.reduce(Self.gap * (columns - 1), +)
  }

  /// A row below the other, cell by cell: the first alone, the others behind their column's name.
  private func records(_ columns: Int, width: Int) -> [(text: String, isHeader: Bool)] {
    var lines: [(text: String, isHeader: Bool)] = []
    for row in rows {
      if !lines.isEmpty { lines.append(("", false)) }
      for (column, cell) in row.enumerated() where !cell.isEmpty {
        let name = column < header.count ? header[column] : ""
        let words = column == 0 || name.isEmpty ? cell : "\(name): \(cell)"
        for (index, line) in Wrapping.lines(words, width: width - 4).enumerated() {
          let indent = (column == 0 ? 0 : 2) + (index == 0 ? 0 : 2)
          lines.append((String(repeating: " ", count: indent) + line, false))
        }
      }
    }
    return lines
  }

  private func block(_ row: [String], _ widths: [Int], _ sides: [Alignment]) -> [String] {
    let cells = widths.indices.map { column in
      column < row.count ? Self.lines(ofCell: row[column], width: widths[column]) : []
    }
    let height = max(1, cells.map(\.count).max() ?? 1)
    return (0..<height).map { line in
      var text = ""
      for column in widths.indices {
        let words = line < cells[column].count ? cells[column][line] : ""
        text +=
          sides[column] == .right
          ? words.rightAligned(in: widths[column]) : words.padded(to: widths[column])
        if column + 1 < widths.count { text += String(repeating: " ", count: Self.gap) }
      }
      while text.last == " " { text.removeLast() }
      return text
    }
  }

  /// A cell may have lines of its own; each is wrapped and keeps the spaces it begins with.
  private static func lines(ofCell cell: String, width: Int) -> [String] {
    cell.split(whereSeparator: \.isNewline).flatMap { line in
      let indent = String(line.prefix { $0 == " " })
      return Wrapping.lines(String(line), width: width - indent.count).map { indent + $0 }
    }
  }

  /// Natural widths where they fit; otherwise the widest columns give way first, those that can
  /// break at a space before those that would have to cut a word.
  private func columnWidths(_ columns: Int, width: Int) -> [Int] {
    let lines = (0..<columns).map { column in
      cells(ofColumn: column).flatMap { $0.split(whereSeparator: \.isNewline) }
    }
    var widths = lines.map { max(1, $0.map(\.displayWidth).max() ?? 1) }
    let longestWords = lines.map { lines in
      lines.flatMap { Wrapping.words(of: $0) }.map(\.displayWidth).max() ?? 1
    }
    let available = max(columns, width - Self.gap * (columns - 1))
    while widths.reduce(0, +) > available {
      let breakable = widths.indices.filter { widths[$0] > longestWords[$0] }
      let candidates = breakable.isEmpty ? Array(widths.indices) : breakable
      guard let column = candidates.max(by: { (widths[$0], $0) < (widths[$1], $1) }),
        widths[column] > 1
      else { break }
      widths[column] -= 1
    }
    return widths
  }

  private func cells(ofColumn column: Int) -> [String] {
    ([header] + rows).compactMap { column < $0.count ? $0[column] : nil }
  }

  func alignment(ofColumn column: Int) -> Alignment {
    if let alignments, column < alignments.count { return alignments[column] }
    let filled = rows.compactMap { column < $0.count ? $0[column] : nil }.filter { !$0.isEmpty }
    return !filled.isEmpty && filled.allSatisfy(Self.isNumber) ? .right : .left
  }

  /// Whether the cell is a number, with or without a percent sign.
  private static func isNumber(_ cell: String) -> Bool {
    let digits = cell.filter { !$0.isWhitespace && $0 != "%" && $0 != "," }
    return digits == "-" || Double(digits) != nil
  }
}
