extension TerminalBrush {
  /// Lying bars with their values behind them, the names of both axes above, and a legend for
  /// several series.
  func bars(_ bars: Bars, panel: Panel) -> [String] {
    guard !bars.labels.isEmpty, !bars.series.isEmpty else { return ["(empty)"] }
    let labels = bars.labels.map { words($0).truncated(to: min(24, width / 3)) }
    let below = words(panel.x.label).truncated(to: width / 2)
    let shortName = below.displayWidth <= 12 ? below.displayWidth : 0
    let gutter = max(shortName, labels.map(\.displayWidth).max() ?? 0)
    let values = bars.series.map { $0.map { words("\($0, significant: 4)") } }
    let valueWidth = values.joined().map(\.displayWidth).max() ?? 0
    let room = max(1, width - gutter - valueWidth - 3)
    let scale = bars.scale(panel.y)
    var lines: [String] = []
    let label = words(panel.y.label)
    if !below.isEmpty {
      let names = below.rightAligned(in: gutter) + " " + (isRich ? "│" : "|") + " " + label
      lines.append(names.trimmedEnd.truncated(to: width))
    } else if !label.isEmpty {
      lines.append(label.truncated(to: width))
    }
    for index in labels.indices {
      for series in bars.series.indices {
        let name = series == 0 ? labels[index] : ""
        let bar = bar(bars.series[series][index], scale: scale, room: room, hue: series)
        lines.append(
          name.rightAligned(in: gutter) + " " + (isRich ? "│" : "|") + bar + " "
            + values[series][index])
      }
      if bars.series.count > 1, index + 1 < labels.count { lines.append("") }
    }
    let entries = bars.names.enumerated().map { index, name in
      (hasColour ? "█" : String(plainBar(index)), index, words(name))
    }
    return lines + legend(entries, indent: gutter + 1)
  }

  private func bar(_ value: Double, scale: Scale, room: Int, hue: Int) -> String {
    guard let end = scale.position(value), let zero = scale.position(max(0, scale.lower)) else {
      return ""
    }
    let (from, to) = (min(1, zero, end), min(1, max(zero, end)))
    let eighths = Int((max(0, to) * Double(room) * 8).rounded())
    let start = Int((max(0, from) * Double(room)).rounded())
    let space = String(repeating: " ", count: start)
    if hasColour || isRich && hue == 0 {
      let full = max(0, eighths / 8 - start)
      let rest = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8]
      let bar = String(repeating: "█", count: full) + (eighths / 8 >= start ? rest : "")
      return space + coloured(bar, Palette.terminal(hue))
    }
    let count = max(0, Int((to * Double(room)).rounded()) - start)
    return space + String(repeating: plainBar(hue), count: count)
  }

  private func plainBar(_ series: Int) -> Character {
    let marks = Array(isRich ? "█▒░#=+*o" : "#=+*o%&@")
    return marks[series % marks.count]
  }
}

extension Bars {
  /// From 0, or the least value, to the greatest; a range of the axis goes first.
  func scale(_ axis: Axis) -> Scale {
    if let range = axis.range {
      return Scale(range.lowerBound, range.upperBound, isLogarithmic: axis.isLogarithmic)
    }
    let data = Bounds.range(series.joined(), isLogarithmic: axis.isLogarithmic) ?? 0...1
    if axis.isLogarithmic {
      return Scale(data.lowerBound / 2, data.upperBound, isLogarithmic: true)
    }
    return Scale(min(0, data.lowerBound), max(0, data.upperBound)).counting(series.joined())
  }
}
