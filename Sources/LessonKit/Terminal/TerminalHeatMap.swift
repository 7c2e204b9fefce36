extension TerminalBrush {
  /// The matrix in cells of two columns, or wide enough for the numbers.
  func heatMap(_ original: HeatMap, x: Axis, y: Axis) -> [String] {
    let gutter = (original.rowLabels.map { words($0).displayWidth }.max() ?? -1) + 1
    let map = original.pooled(rows: 32, columns: max(4, width - min(gutter, 17) - 1))
    guard let first = map.values.first, !first.isEmpty else { return ["(empty)"] }
    let rowLabels = map.rowLabels.map { words($0).truncated(to: 16) }
    let columnLabels = map.columnLabels.map(words)
    let left = min(gutter, 17)
    let cells = cells(of: map, columnLabels: columnLabels, room: width - left - 1)
    let shades = Shades(values: map.values.joined(), range: map.range)
    let margin = String(repeating: " ", count: left)
    var lines: [String] = []
    let side = words(y.label)
    if !side.isEmpty { lines.append(side.truncated(to: width)) }
    if cells.width > 3 || columnLabels.allSatisfy({ $0.displayWidth < cells.width }),
      !columnLabels.isEmpty
    {
      let header = columnLabels.map { $0.truncated(to: cells.width - 1) }
      lines.append(margin + header.map { $0.rightAligned(in: cells.width) }.joined())
    }
    let numbers = map.numbers(words)
    for (row, values) in map.values.enumerated() {
      let label = row < rowLabels.count ? rowLabels[row] : ""
      var line = left > 0 ? label.rightAligned(in: left - 1) + " " : ""
      for (column, value) in values.enumerated() {
        let text = cells.showsNumbers ? numbers[row][column] : ""
        line += tile(text.rightAligned(in: cells.width), shades.strength(value) ?? 0, shades)
      }
      lines.append(line.trimmedEnd)
    }
    let below = words(x.label).truncated(to: width - left)
    if !below.isEmpty {
      lines.append(margin + below.centred(in: cells.width * first.count).trimmedEnd)
    }
    if !cells.showsNumbers {
      let ramp = ramp(shades)
      let fits = left + ramp.widthBesidesCodes <= width
      lines.append((fits ? margin : "") + ramp)
    }
    return lines
  }

  /// How wide a cell is, and whether its number stands in it.
  private func cells(of map: HeatMap, columnLabels: [String], room: Int) -> (
    width: Int, showsNumbers: Bool
  ) {
    let count = map.values.first?.count ?? 1
    let numberWidth = (map.numbers(words).joined().map(\.displayWidth).max() ?? 0) + 2
    let labelWidth = min(10, (columnLabels.map(\.displayWidth).max() ?? 0) + 1)
    let showsNumbers = (map.showsValues ?? true) && numberWidth * count <= room
    let width = showsNumbers ? numberWidth : 2
    if max(width, labelWidth) * count <= room { return (max(width, labelWidth), showsNumbers) }
    return (width * count <= room ? width : 1, showsNumbers)
  }

  /// From the palest to the strongest shade, with their values.
  func ramp(_ shades: Shades) -> String {
    let low = words("\(shades.range.lowerBound, significant: 3)")
    let high = words("\(shades.range.upperBound, significant: 3)")
    let strengths = shades.isDiverging ? [-1, -0.5, 0, 0.5, 1] : [0, 0.25, 0.5, 0.75, 1]
    return "\(low) \(strengths.map { tile("  ", $0, shades) }.joined()) \(high)"
  }

  /// A cell: its number, or the shade itself where the page is plain.
  private func tile(_ text: String, _ strength: Double, _ shades: Shades) -> String {
    guard hasColour else {
      guard text.allSatisfy({ $0 == " " }) else { return text }
      let mark = shades.isDiverging ? signedShade(strength) : shade(strength)
      return String(repeating: mark, count: text.count)
    }
    guard abs(strength) >= 0.1 else { return text }
    let ink = abs(strength) > 0.7 ? 16 : 231
    return "\u{1B}[38;5;\(ink);48;5;\(shadeColour(strength))m\(text)\u{1B}[0m"
  }
}

extension HeatMap {
  /// A smaller matrix of means, for a matrix that does not fit.
  func pooled(rows: Int, columns: Int) -> HeatMap {
    let width = values.first?.count ?? 0
    guard values.count > rows || width > columns else { return self }
    func ranges(_ count: Int, _ most: Int) -> [Range<Int>] {
      let parts = min(count, most)
      return (0..<parts).map { $0 * count / parts..<($0 + 1) * count / parts }
    }
    let (down, across) = (ranges(values.count, rows), ranges(width, columns))
    let means = down.map { rows in
      across.map { columns in
        let members = rows.flatMap { values[$0][columns] }
        return members.reduce(0, +) / Double(members.count)
      }
    }
    return HeatMap(
      means, rows: rowLabels.isEmpty ? [] : down.map { rowLabels[$0.lowerBound] },
      columns: columnLabels.isEmpty ? [] : across.map { columnLabels[$0.lowerBound] },
      decimals: decimals, showsValues: false, range: range)
  }

  /// The numbers of the cells, all with as many decimals.
  func numbers(_ words: (Text) -> String) -> [[String]] {
    let isWhole = values.joined().allSatisfy { !$0.isFinite || $0 == $0.rounded() }
    let decimals = decimals ?? (isWhole ? 0 : 2)
    return values.map { $0.map { words("\($0, decimals: decimals)") } }
  }
}
