/// Axes and what lies on them, in characters.
struct TerminalPlot {
  private let plot: Plot
  private let brush: TerminalBrush
  private let columns: Int
  private let rows: Int
  private let gutter: Int
  private let x: Scale
  private let y: Scale
  private let yTicks: [(row: Int, label: String)]

  /// Lays out the axes: the numbers to the left decide how much room the picture has.
  init(_ plot: Plot, brush: TerminalBrush) {
    self.plot = plot
    self.brush = brush
    let room = max(8, min(64, brush.width - Scale.longest - 2))
    let size = Self.size(plot, room: room)
    (columns, rows, x, y) = (size.columns, size.rows, size.x, size.y)
    var ticks: [(row: Int, label: String)] = []
    let fitted = y
    for tick in plot.yTicks(atMost: max(2, size.rows / 3), brush.words) {
      guard let position = fitted.position(tick.value), position > -1e-6, position < 1 + 1e-6 else {
        continue
      }
      let row = min(size.rows - 1, Int((1 - position) * Double(size.rows)))
      if !ticks.contains(where: { $0.row == row }) {
        ticks.append((row, tick.label.truncated(to: Scale.longest)))
      }
    }
    yTicks = ticks
    gutter = (ticks.map(\.label.displayWidth).max() ?? 0) + 1
  }

  /// Characters are about twice as high as wide; with equal axes the scale that has room to spare
  /// is widened.
  private static func size(_ plot: Plot, room: Int) -> (
    columns: Int, rows: Int, x: Scale, y: Scale
  ) {
    guard plot.aspect == .equal, !plot.x.isLogarithmic, !plot.y.isLogarithmic else {
      return (room, 16, plot.x, plot.y)
    }
    let ratio = (plot.y.upper - plot.y.lower) / (plot.x.upper - plot.x.lower)
    let wanted = Double(room) * ratio / 2
    let rows = Int(max(8, min(22, wanted.rounded())))
    let columns = Int(max(16, min(Double(room), (Double(rows) * 2 / ratio).rounded())))
    let unit = max(
      (plot.x.upper - plot.x.lower) / Double(columns),
      (plot.y.upper - plot.y.lower) / Double(2 * rows))
    return (
      columns, rows, widened(plot.x, to: unit * Double(columns)),
      widened(plot.y, to: unit * Double(2 * rows))
    )
  }

  private static func widened(_ scale: Scale, to span: Double) -> Scale {
    let middle = (scale.lower + scale.upper) / 2
    return Scale(middle - span / 2, middle + span / 2)
  }

  // MARK: - Lines

  func lines() -> [String] {
    var canvas = CharacterCanvas(width: columns, height: rows)
    for layer in plot.layers { draw(layer, on: &canvas) }
    let picture = canvas.lines(hasColour: brush.hasColour)
    var lines: [String] = []
    let label = brush.words(plot.yAxis.label)
    if !label.isEmpty { lines.append(label.truncated(to: brush.width)) }
    for row in 0..<rows {
      let tick = yTicks.first { $0.row == row }
      let edge = tick == nil ? (brush.isRich ? "│" : "|") : (brush.isRich ? "┤" : "+")
      lines.append((tick?.label ?? "").rightAligned(in: gutter - 1) + " " + edge + picture[row])
    }
    lines += below()
    return lines
  }

  /// The axis to the right, its numbers and its label, and the legend.
  private func below() -> [String] {
    var axis = Array(repeating: Character(brush.isRich ? "─" : "-"), count: columns)
    var numbers = CharacterCanvas(width: min(brush.width, gutter + 1 + columns + 4), height: 1)
    var end = -1
    for tick in plot.xTicks(atMost: max(2, columns / 8), brush.words) {
      guard let position = x.position(tick.value), position > -1e-6, position < 1 + 1e-6 else {
        continue
      }
      let column = min(columns - 1, Int(position * Double(columns)))
      let label = tick.label.truncated(to: Scale.longest)
      let start = max(0, gutter + 1 + column - label.displayWidth / 2)
      guard start > end, start + label.displayWidth <= numbers.width else { continue }
      axis[column] = brush.isRich ? "┬" : "+"
      numbers.write(label, row: 0, column: start)
      end = start + label.displayWidth
    }
    let corner = brush.isRich ? "└" : "+"
    var lines = [String(repeating: " ", count: gutter) + corner + String(axis)]
    lines += numbers.lines(hasColour: false)
    let label = brush.words(plot.xAxis.label)
    if !label.isEmpty {
      let words = label.truncated(to: brush.width - gutter - 1)
      let room = max(columns, words.displayWidth)
      lines.append(
        String(repeating: " ", count: gutter + 1) + words.centred(in: room).trimmedEnd)
    }
    let entries = plot.legend.map { entry in
      let sign = brush.sign(entry, lineMark: { String(lineMark($0) ?? "-") })
      return (sign.words, sign.hue, brush.words(entry.name))
    }
    return lines + brush.legend(entries, indent: gutter + 1)
  }

  // MARK: - Layers

  private func draw(_ layer: Plot.Layer, on canvas: inout CharacterCanvas) {
    switch layer {
    case .region(let region): draw(region, on: &canvas)
    case .contours(let contours): draw(contours, on: &canvas)
    case .steps(let steps, let hue): draw(steps, hue: hue, on: &canvas)
    case .path(let px, let py, let hue, let style):
      let positions = zip(px, py).map { point in
        x.position(point.0).flatMap { right in y.position(point.1).map { Position(x: right, y: $0) }
        }
      }
      let path = TerminalPath(positions: positions, style: style)
      let mark: Character? = style == .faint ? "." : lineMark(hue)
      if brush.isRich, brush.hasColour || mark == nil || style == .faint {
        path.draw(dotsOn: &canvas, colour: style == .faint ? 245 : Palette.terminal(hue))
      } else {
        path.draw(charactersOn: &canvas, mark: mark)
      }
    case .points(let px, let py, let hue, let labels):
      draw(pointsX: px, y: py, hue: hue, labels: labels, on: &canvas)
    }
  }

  /// The character of a plain curve: none when there is but one, which is then drawn by its slope.
  private func lineMark(_ hue: Int) -> Character? {
    var hues: Set<Int> = []
    for case .path(_, _, let hue, let style) in plot.layers where style != .faint {
      hues.insert(hue)
    }
    guard hues.count > 1 else { return nil }
    let marks = Array("*+~=#@%&")
    return marks[hue % marks.count]
  }

  private func draw(_ region: Region, on canvas: inout CharacterCanvas) {
    if brush.hasColour, case .values(_, let range) = region.kind {
      return draw(shaded: region, range: range, on: &canvas)
    }
    let field = Field(region, x: x, y: y, columns: columns, rows: rows)
    let shades: Shades? =
      if case .values(_, let range) = region.kind {
        Shades(plane: field.values, range: range)
      } else { nil }
    for row in 0..<rows {
      for column in 0..<columns {
        let value = field[row, column]
        guard let shades else {
          let index = max(0, Int(value))
          canvas[row, column] = .init(
            character: brush.regionMark(index), colour: Palette.terminal(index))
          continue
        }
        guard let strength = shades.strength(value) else { continue }
        let marks = Array(" .:=#")
        let mark = strength > 0 ? marks[min(4, Int(strength * 4.999))] : " "
        canvas[row, column] = .init(
          character: mark, colour: Palette.terminal(strength < 0 ? 0 : 1))
      }
    }
  }

  /// A shaded plane: two values a character, the upper as its ink and the lower as its paper;
  /// below the middle in the colour of class 0, blue, above it in that of class 1, orange.
  private func draw(
    shaded region: Region, range: ClosedRange<Double>?, on canvas: inout CharacterCanvas
  ) {
    let field = Field(region, x: x, y: y, columns: columns, rows: 2 * rows)
    let shades = Shades(plane: field.values, range: range)
    for row in 0..<rows {
      for column in 0..<columns {
        guard let upper = shades.strength(field[2 * row, column]),
          let lower = shades.strength(field[2 * row + 1, column])
        else { continue }
        canvas[row, column] = .init(
          character: "▀", colour: brush.shadeColour(-upper),
          background: brush.shadeColour(-lower))
      }
    }
  }

  private func draw(_ contours: Contours, on canvas: inout CharacterCanvas) {
    let (across, down) = brush.isRich ? (2, 4) : (1, 1)
    let field = Field(
      x: x, y: y, columns: columns * across, rows: rows * down, contours.function)
    let steps = field.steps(field.levels(of: contours))
    var dots = DotCanvas(columns: columns, rows: rows)
    for row in 0..<field.rows {
      for column in 0..<field.columns {
        let here = steps[row * field.columns + column]
        let right = column + 1 < field.columns ? steps[row * field.columns + column + 1] : here
        let below = row + 1 < field.rows ? steps[(row + 1) * field.columns + column] : here
        guard here != right || here != below else { continue }
        if brush.isRich {
          dots.set(column: column, row: row, colour: 245)
        } else {
          canvas[row, column] = .init(character: ".")
        }
      }
    }
    dots.draw(on: &canvas, row: 0, column: 0)
  }

  private func draw(_ steps: [Histogram.Step], hue: Int, on canvas: inout CharacterCanvas) {
    let blocks = Array(" ▁▂▃▄▅▆▇█")
    let base = y.position(max(0, y.lower)) ?? 0
    for column in 0..<columns {
      let value = x.value(at: (Double(column) + 0.5) / Double(columns))
      guard let step = steps.first(where: { $0.from <= value && value <= $0.to }),
        let top = y.position(step.height)
      else { continue }
      for row in 0..<rows {
        let filled = (top - Double(rows - 1 - row) / Double(rows)) * Double(rows)
        guard filled > 0, Double(rows - row) / Double(rows) > base else { continue }
        let block = brush.isRich ? blocks[min(8, Int(filled * 8))] : (filled >= 0.5 ? "#" : " ")
        if block != " " {
          canvas[row, column] = .init(character: block, colour: Palette.terminal(hue))
        }
      }
    }
  }

  private func draw(
    pointsX: [Double], y pointsY: [Double], hue: Int, labels: [Text],
    on canvas: inout CharacterCanvas
  ) {
    var dots = DotCanvas(columns: columns, rows: rows)
    let usesDots = brush.isRich && brush.hasColour && pointsX.count > 400
    for index in pointsX.indices {
      guard let right = x.position(pointsX[index]), let up = y.position(pointsY[index]),
        (-1e-9...1 + 1e-9).contains(right), (-1e-9...1 + 1e-9).contains(up)
      else { continue }
      if usesDots {
        dots.set(x: right, y: up, colour: Palette.terminal(hue))
        continue
      }
      let column = min(columns - 1, max(0, Int(right * Double(columns))))
      let row = min(rows - 1, max(0, Int((1 - up) * Double(rows))))
      canvas[row, column] = .init(
        character: brush.pointMark(hue), colour: Palette.terminal(hue))
      guard index < labels.count else { continue }
      let label = brush.words(labels[index])
      let fitsRight = column + 2 + label.displayWidth <= columns
      canvas.write(
        label, row: row, column: fitsRight ? column + 2 : column - 1 - label.displayWidth)
    }
    if usesDots { dots.draw(on: &canvas, row: 0, column: 0) }
  }
}

extension String {
  /// The string without the spaces at its end.
  var trimmedEnd: String {
    var result = self[...]
    while result.last == " " { result.removeLast() }
    return String(result)
  }
}
