extension TerminalBrush {
  /// The matrix in cells of two columns, or wide enough for the numbers.
  func heatMap(_ map: HeatMap, x: Axis, y: Axis) -> [String] {
    guard let first = map.values.first, !first.isEmpty else { return ["(empty)"] }
    let numbers = map.numbers
    let rowLabels = map.rowLabels.map { words($0).truncated(to: 16) }
    let columnLabels = map.columnLabels.map { words($0) }
    let gutter = rowLabels.map(\.displayWidth).max().map { $0 + 1 } ?? 0
    let numberWidth = (numbers.joined().map(\.displayWidth).max() ?? 0) + 2
    let room = width - gutter - 1
    let showsNumbers = (map.showsValues ?? true) && numberWidth * first.count <= room
    let longest = min(10, columnLabels.map(\.displayWidth).max().map { $0 + 1 } ?? 0)
    var cell = showsNumbers ? numberWidth : 2
    if max(cell, longest) * first.count <= room { cell = max(cell, longest) }
    let perCell = max(1, (first.count + room - 1) / max(1, room))
    if cell * first.count > room { cell = 1 }
    let shades = Shades(values: map.values.joined(), range: map.range)

    var lines: [String] = []
    let side = words(y.label)
    if !side.isEmpty { lines.append(side.truncated(to: width)) }
    if columnLabels.contains(where: { $0.displayWidth < cell || cell > 1 }), perCell == 1 {
      let header = columnLabels.map { " " + $0.truncated(to: cell - 1) }
        .map { $0.rightAligned(in: cell) }.joined()
      lines.append(String(repeating: " ", count: gutter) + header)
    }
    for (row, values) in map.values.enumerated() {
      let label = row < rowLabels.count ? rowLabels[row] : ""
      var line = label.rightAligned(in: max(0, gutter - 1)) + (gutter > 0 ? " " : "")
      for column in stride(from: 0, to: values.count, by: perCell) {
        let strength = shades.strength(values[column]) ?? 0
        let text = showsNumbers ? numbers[row][column] + " " : ""
        line += tile(text.rightAligned(in: cell), strength, shades)
      }
      lines.append(line.trimmedEnd)
    }
    let below = words(x.label)
    if !below.isEmpty {
      let room = cell * (first.count + perCell - 1) / perCell
      lines.append(
        String(repeating: " ", count: gutter)
          + below.truncated(to: width - gutter).centred(in: room).trimmedEnd)
    }
    if !showsNumbers {
      let (low, high) = (
        Numbers.short(shades.range.lowerBound), Numbers.short(shades.range.upperBound)
      )
      let strengths = shades.isDiverging ? [-1, -0.5, 0, 0.5, 1] : [0, 0.25, 0.5, 0.75, 1]
      let ramp = strengths.map { tile("  ", $0, shades) }.joined()
      lines.append(String(repeating: " ", count: gutter) + "\(low) \(ramp) \(high)")
    }
    return lines
  }

  /// A cell: its number, or the shade itself where the page is plain.
  private func tile(_ text: String, _ strength: Double, _ shades: Shades) -> String {
    guard isRich else {
      guard text.allSatisfy({ $0 == " " }) else { return text }
      let mark = shades.isDiverging ? signedShade(strength) : shade(strength)
      return String(repeating: mark, count: text.count)
    }
    let ink = abs(strength) > 0.7 ? 16 : 231
    return "\u{1B}[38;5;\(ink);48;5;\(shadeColour(strength))m\(text)\u{1B}[0m"
  }
}

extension HeatMap {
  /// The numbers of the cells, all with as many decimals.
  var numbers: [[String]] {
    let isWhole = values.joined().allSatisfy { !$0.isFinite || $0 == $0.rounded() }
    let decimals = decimals ?? (isWhole ? 0 : 2)
    return values.map { $0.map { Numbers.fixed($0, decimals: decimals) } }
  }
}
