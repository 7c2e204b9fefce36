/// A figure in the characters of a terminal.
struct TerminalFigure {
  let figure: Figure
  let page: Page
  let phrasebook: Phrasebook

  init(_ figure: Figure, page: Page, phrasebook: Phrasebook = .english) {
    self.figure = figure
    self.page = page
    self.phrasebook = phrasebook
  }

  /// The lines, none wider than `width`.
  func lines(width: Int) -> [String] {
    var lines = Wrapping.lines(words(figure.title), width: width).map {
      page.styled($0, .heading)
    }
    for (index, panel) in figure.panels.enumerated() {
      if index > 0 || panel.title != nil { lines.append("") }
      if let title = panel.title { lines.append(words(title).truncated(to: width)) }
      lines += picture(of: panel, width: width)
    }
    if let caption = figure.caption {
      lines += Wrapping.lines(words(caption), width: width).map { page.styled($0, .faint) }
    }
    // The drawings keep to the width where there is room for them; on a sliver they are cut.
    return lines.map { $0.clippedBesidesCodes(to: width) }
  }

  private func picture(of panel: Panel, width: Int) -> [String] {
    let brush = TerminalBrush(
      isRich: page.isRich, hasColour: page.hasColour, width: width, words: words)
    return switch panel.picture {
    case .chart(.heatMap(let map)): brush.heatMap(map, x: panel.x, y: panel.y)
    case .chart(.imageGrid(let grid)): brush.imageGrid(grid)
    case .chart(.bars(let bars)): brush.bars(bars, panel: panel)
    case .chart(.spikeRaster(let raster)): brush.spikeRaster(raster, x: panel.x)
    case .chart(.graph(let graph)): brush.graph(graph)
    case .axes(let overlays): TerminalPlot(Plot(panel, overlays), brush: brush).lines()
    }
  }

  private func words(_ text: Text) -> String { text.rendered(in: phrasebook) }
}

/// What every drawing in a terminal needs to know.
struct TerminalBrush {
  /// Whether there are drawing characters.
  let isRich: Bool
  /// Whether there is colour too; what only colour would tell apart needs characters without it.
  let hasColour: Bool
  let width: Int
  let words: (Text) -> String

  /// The mark of a group of points.
  func pointMark(_ group: Int) -> Character {
    let marks: [Character] = isRich ? ["●", "✕", "▲", "■", "◆", "+"] : Array("ox+*#@%&")
    return marks[group % marks.count]
  }

  /// The character that fills a class of the plane.
  func regionMark(_ index: Int) -> Character {
    if hasColour { return "░" }
    let marks = Array(" .:-,~;_")
    return marks[index % marks.count]
  }

  /// The sign before a name in the legend.
  func sign(_ entry: Plot.Entry, lineMark: (Int) -> String) -> (words: String, hue: Int) {
    switch entry.sign {
    case .point(let group): (String(pointMark(group)), group)
    case .region(let index): (hasColour ? "░░" : "'\(regionMark(index))'", index)
    case .steps(let hue): (isRich ? "█" : "#", hue)
    case .line(let hue, .solid): (hasColour ? "──" : lineMark(hue), hue)
    case .line(let hue, _): (hasColour ? "╌╌" : lineMark(hue) + " " + lineMark(hue), hue)
    }
  }

  /// The legend's entries, as many a line as fit.
  func legend(_ entries: [(sign: String, hue: Int, name: String)], indent: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    let space = max(8, width - indent)
    for entry in entries {
      let name = entry.name.truncated(to: max(1, space - entry.sign.displayWidth - 1))
      let size = entry.sign.displayWidth + 1 + name.displayWidth
      if used > 0, used + 3 + size > space {
        lines.append(line)
        (line, used) = ("", 0)
      }
      if used > 0 {
        line += "   "
        used += 3
      }
      line += coloured(entry.sign, Palette.terminal(entry.hue)) + " " + name
      used += size
    }
    if used > 0 { lines.append(line) }
    return lines.map { String(repeating: " ", count: indent) + $0 }
  }

  func coloured(_ words: String, _ colour: Int) -> String {
    hasColour ? "\u{1B}[38;5;\(colour)m\(words)\u{1B}[0m" : words
  }

  /// Strength 0...1 as one of ten characters, palest first.
  func shade(_ strength: Double) -> Character {
    let ramp = Array(" .:-=+*#%@")
    return ramp[min(9, Int(max(0, strength) * 9.999))]
  }

  /// Strength -1...1 as a character; negative ones have characters of their own.
  func signedShade(_ strength: Double) -> Character {
    let ramp = Array(strength < 0 ? " '-=oO" : " .:+#@")
    return ramp[min(5, Int(abs(strength) * 5.5))]
  }

  /// Strength -1...1 as a colour of the terminal's 6 x 6 x 6 cube: orange, black, blue.
  func shadeColour(_ strength: Double) -> Int {
    let level = Int((abs(strength) * 5).rounded())
    let (low, high) = ([0, 0, 0, 1, 2, 3], [0, 1, 2, 3, 4, 5])
    return strength < 0
      ? 16 + 36 * high[level] + 6 * low[level] : 16 + 6 * low[level] + high[level]
  }

  /// Strength 0...1 as one of the terminal's greys, black first.
  func grey(_ strength: Double) -> Int {
    let level = Int((max(0, min(1, strength)) * 24).rounded())
    return level == 24 ? 231 : 232 + level
  }
}
