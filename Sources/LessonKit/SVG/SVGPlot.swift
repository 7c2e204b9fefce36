/// Axes and what lies on them, in SVG.
struct SVGPlot {
  private let plot: Plot
  private let brush: SVGBrush
  private let left: Double
  private let width: Double
  private let height: Double
  private let yTicks: [Scale.Tick]

  init(_ plot: Plot, brush: SVGBrush) {
    self.plot = plot
    self.brush = brush
    let roomBelow = plot.xAxis.label.isEmpty ? 24.0 : 44
    let height = brush.height - roomBelow
    yTicks = plot.yTicks(atMost: max(3, Int(height / 44)), brush.words)
    let numbers = yTicks.map { SVGDrawing.width(of: $0.label) }.max() ?? 0
    left = numbers + 10 + (plot.yAxis.label.isEmpty ? 0 : 22)
    let width = brush.width - left - 8
    guard plot.aspect == .equal, !plot.x.isLogarithmic, !plot.y.isLogarithmic else {
      (self.width, self.height) = (width, height)
      return
    }
    let ratio = (plot.y.upper - plot.y.lower) / (plot.x.upper - plot.x.lower)
    let unit = min(width, max(height, 380) / ratio)
    self.width = max(120, unit)
    self.height = max(60, unit * ratio)
  }

  static func lineStyle(_ style: Lines.Style, hue: Int) -> String {
    let stroke = "s\(Palette.index(hue))"
    return switch style {
    case .solid: "line \(stroke)"
    case .dashed: "line dashed \(stroke)"
    case .dotted: "line dotted \(stroke)"
    case .faint: "faint \(stroke)"
    }
  }

  /// The panel: legend, frame, ticks, layers, labels.
  var picture: SVGFigure.Picture {
    var drawing = SVGDrawing()
    let entries = plot.legend.map { (sign: $0.sign, name: brush.words($0.name)) }
    let top = 6 + brush.legend(entries, left: left, top: 0, width: width, on: &drawing)
    let place = "translate(\(SVGDrawing.number(left)) \(SVGDrawing.number(top)))"
    drawing.group("transform=\"\(place)\"") { inner in
      frame(on: &inner)
      for layer in plot.layers { draw(layer, on: &inner) }
    }
    labels(top: top, on: &drawing)
    let bottom = top + height + (plot.xAxis.label.isEmpty ? 24 : 44)
    return .init(drawing: drawing, width: left + width + 8, height: bottom)
  }

  private func frame(on drawing: inout SVGDrawing) {
    let n = SVGDrawing.coordinate
    var grid = ""
    for tick in yTicks {
      guard let y = plot.y.position(tick.value).map(down) else { continue }
      grid += "M0 \(n(y))h\(n(width))"
      drawing.text(tick.label, x: -8, y: y + 4.5, anchor: .end, style: "muted")
    }
    var end = -Double.infinity
    for tick in plot.xTicks(atMost: max(2, Int(width / 56)), brush.words) {
      guard let x = plot.x.position(tick.value).map(right) else { continue }
      grid += "M\(n(x)) 0v\(n(height))"
      let half = SVGDrawing.width(of: tick.label) / 2
      guard x - half > end + 4 else { continue }
      drawing.text(tick.label, x: x, y: height + 17, anchor: .middle, style: "muted")
      end = x + half
    }
    drawing.path(grid, style: "grid")
    drawing.path("M0 0v\(n(height))h\(n(width))", style: "axis")
  }

  private func labels(top: Double, on drawing: inout SVGDrawing) {
    drawing.text(
      SVGDrawing.fitted(brush.words(plot.xAxis.label), width: width + left), x: left + width / 2,
      y: top + height + 37, anchor: .middle)
    drawing.text(
      SVGDrawing.fitted(brush.words(plot.yAxis.label), width: height + 40), x: 13,
      y: top + height / 2, anchor: .middle, turned: true)
  }

  private func right(_ position: Double) -> Double { position * width }
  private func down(_ position: Double) -> Double { (1 - position) * height }

  // MARK: - Layers

  private func draw(_ layer: Plot.Layer, on drawing: inout SVGDrawing) {
    switch layer {
    case .region(let region): draw(region, on: &drawing)
    case .contours(let contours): draw(contours, on: &drawing)
    case .steps(let steps, let hue): draw(steps, hue: hue, on: &drawing)
    case .path(let x, let y, let hue, let style):
      let positions = zip(x, y).map { point in
        plot.x.position(point.0).flatMap { right in
          plot.y.position(point.1).map { Position(x: right, y: $0) }
        }
      }
      let data = SVGPath(width: width, height: height).data(through: positions)
      drawing.path(data, style: Self.lineStyle(style, hue: hue))
    case .points(let x, let y, let hue, let labels):
      draw(pointsX: x, y: y, hue: hue, labels: labels, on: &drawing)
    }
  }

  private func draw(_ region: Region, on drawing: inout SVGDrawing) {
    let columns = brush.cells
    let rows = max(20, min(columns, Int(Double(columns) * height / width)))
    let field = Field(region, x: plot.x, y: plot.y, columns: columns, rows: rows)
    let mosaic: SVGMosaic
    if case .values(_, let range) = region.kind {
      let shades = Shades(plane: field.values, range: range)
      mosaic = SVGMosaic(
        columns: columns, strengths: field.values.map(shades.strength), steps: 8, strongest: 0.7,
        positiveHue: 1)
    } else {
      mosaic = SVGMosaic(columns: columns, classes: field.values.map { Int($0) })
    }
    mosaic.draw(width: width, height: height, on: &drawing)
  }

  private func draw(_ contours: Contours, on drawing: inout SVGDrawing) {
    let columns = brush.isFrame ? 80 : 160
    let rows = max(20, min(columns, Int(Double(columns) * height / width)))
    let field = Field(x: plot.x, y: plot.y, columns: columns, rows: rows, contours.function)
    let levels = field.levels(of: contours)
    for (index, level) in levels.enumerated() {
      var data = ""
      for line in LevelLine.lines(of: field, at: level) {
        let path = SVGPath(width: width, height: height)
        data += path.data(through: line)
      }
      let share = levels.count > 1 ? Double(index) / Double(levels.count - 1) : 0
      drawing.path(data, style: "thin s6", opacity: 0.9 - 0.5 * share)
    }
  }

  private func draw(_ steps: [Histogram.Step], hue: Int, on drawing: inout SVGDrawing) {
    let n = SVGDrawing.coordinate
    let base = down(max(0, min(1, plot.y.position(max(0, plot.y.lower)) ?? 0)))
    var data = ""
    for step in steps where step.height > 0 {
      guard let from = plot.x.position(step.from).map(right),
        let to = plot.x.position(step.to).map(right), let top = plot.y.position(step.height)
      else { continue }
      let (left, end) = (max(0, from), min(width, to))
      let upper = max(0, down(top))
      guard end > left, upper < base else { continue }
      data += "M\(n(left)) \(n(base))V\(n(upper))H\(n(max(left + 0.3, end - 0.7)))V\(n(base))z"
    }
    drawing.path(data, style: "f\(Palette.index(hue))", opacity: 0.6)
  }

  private func draw(
    pointsX: [Double], y pointsY: [Double], hue: Int, labels: [Text], on drawing: inout SVGDrawing
  ) {
    // Round marks can be the ends of lines without length, which take a quarter of the room.
    let isDotted = brush.isFrame && hue % 6 == 0 && pointsX.count > 60
    let isDense = pointsX.count > 600 || isDotted
    let radius = pointsX.count > 600 ? 1.4 : pointsX.count > 120 ? 2.6 : 3.6
    let mark = SVGMark(group: hue, radius: radius)
    var data = ""
    var texts: [(String, Double, Double)] = []
    for index in pointsX.indices {
      guard let across = plot.x.position(pointsX[index]), let up = plot.y.position(pointsY[index]),
        (-1e-9...1 + 1e-9).contains(across), (-1e-9...1 + 1e-9).contains(up)
      else { continue }
      let (x, y) = (right(across), down(up))
      data +=
        isDense
        ? "M\(SVGDrawing.coordinate(x)) \(SVGDrawing.coordinate(y))h0" : mark.path(x: x, y: y)
      if index < labels.count { texts.append((brush.words(labels[index]), x, y)) }
    }
    let lineStyle = isDotted ? "dot" : "line"
    drawing.path(data, style: isDense ? "\(lineStyle) s\(Palette.index(hue))" : mark.style)
    for (words, x, y) in texts {
      let isNearEdge = x + 8 + SVGDrawing.width(of: words, size: 11) > width
      drawing.text(
        words, x: isNearEdge ? x - 7 : x + 7, y: y - 6, anchor: isNearEdge ? .end : .start,
        style: "small halo")
    }
  }
}
