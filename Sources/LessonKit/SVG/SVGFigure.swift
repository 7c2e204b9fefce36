/// A figure as an SVG document: title, panels side by side, caption.
struct SVGFigure {
  let figure: Figure
  let phrasebook: Phrasebook
  private let isFrame: Bool

  /// - Parameter isFrame: whether it is one of many in a film, which have to be small.
  init(_ figure: Figure, phrasebook: Phrasebook = .english, isFrame: Bool = false) {
    self.figure = figure
    self.phrasebook = phrasebook
    self.isFrame = isFrame
  }

  private static let margin = 20.0
  private static let gap = 24.0
  private static let widest = 1080.0

  /// A drawn panel: the body of a group, and how much room it takes.
  struct Picture {
    var drawing: SVGDrawing
    var width: Double
    var height: Double
  }

  /// The whole file.
  var document: String { document(of: pictures) }

  /// The panels, drawn.
  var pictures: [Picture] { figure.panels.map(picture) }

  /// The width of a row of panels with the gaps between them.
  private func width(_ row: [Picture]) -> Double {
    let gaps = Self.gap * Double(row.count - 1)
    return row.reduce(gaps) { $0 + $1.width }
  }

  /// A file of these drawings of the panels, with more rules in its style sheet where they move.
  func document(of pictures: [Picture], style: String = "") -> String {
    let rows = Self.rows(of: pictures)
    let content = rows.map(width).max() ?? 0
    let title = words(figure.title)
    let width = max(content, min(640, SVGDrawing.width(of: title, size: 16))) + 2 * Self.margin
    var drawing = SVGDrawing()
    var top = Self.margin
    for line in lines(title, width: width, size: 16) {
      drawing.text(line, x: Self.margin, y: top + 14, style: "title")
      top += 22
    }
    top += 8
    for row in rows {
      var left = Self.margin
      for picture in row {
        drawing.group(
          "transform=\"translate(\(SVGDrawing.number(left)) \(SVGDrawing.number(top)))\""
        ) {
          for line in picture.drawing.lines { $0.add(line) }
        }
        left += picture.width + Self.gap
      }
      top += (row.map(\.height).max() ?? 0) + Self.gap
    }
    top -= Self.gap - 6
    if let caption = figure.caption.map(words) {
      for line in lines(caption, width: width, size: 13) {
        drawing.text(line, x: Self.margin, y: top + 13, style: "muted")
        top += 18
      }
    }
    return document(drawing, title: title, width: width, height: top + 8, style: style)
  }

  /// The panels for a page, each in an element of its own; the page has the style sheet.
  var panels: [String] { panels(of: pictures) }

  /// Elements for a page, of these drawings of the panels.
  func panels(of pictures: [Picture]) -> [String] {
    zip(figure.panels, pictures).map { panel, picture in
      let names = [figure.title, panel.title].compactMap { $0.map(words) }.filter { !$0.isEmpty }
      let (width, height) = (
        SVGDrawing.number((picture.width + 8).rounded(.up)),
        SVGDrawing.number((picture.height + 8).rounded(.up))
      )
      let description = figure.caption.map { "<desc>\(SVGDrawing.escaped(words($0)))</desc>" } ?? ""
      return """
        <svg xmlns="http://www.w3.org/2000/svg" class="picture" viewBox="-4 -2 \(width) \(height)" \
        width="\(width)" height="\(height)" role="img">
        <title>\(SVGDrawing.escaped(names.joined(separator: ": ")))</title>\(description)
        \(picture.drawing.lines.map { $0.trimmingPrefix(while: { $0 == " " }) }.joined(separator: "\n"))
        </svg>
        """
    }
  }

  private func document(
    _ drawing: SVGDrawing, title: String, width: Double, height: Double, style: String
  ) -> String {
    let (width, height) = (
      SVGDrawing.number(width.rounded(.up)), SVGDrawing.number(height.rounded(.up))
    )
    let description = figure.caption.map(words) ?? title
    return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) \(height)" width="\(width)" \
      height="\(height)" role="img">
        <title>\(SVGDrawing.escaped(title))</title>
        <desc>\(SVGDrawing.escaped(description))</desc>
        <style>
      \(SVGStyle.sheet)\(style)
        </style>
        <rect class="paper" width="\(width)" height="\(height)" rx="6"/>
      \(drawing.lines.joined(separator: "\n"))
      </svg>

      """
  }

  // MARK: - Panels

  private func picture(of panel: Panel) -> Picture {
    let isSingle = figure.panels.count == 1
    let brush = SVGBrush(
      width: isSingle ? 640 : 440, height: isSingle ? 400 : 320, words: words, isFrame: isFrame)
    var picture: Picture
    switch panel.picture {
    case .chart(.heatMap(let map)): picture = brush.heatMap(map, x: panel.x, y: panel.y)
    case .chart(.imageGrid(let grid)): picture = brush.imageGrid(grid)
    case .chart(.bars(let bars)): picture = brush.bars(bars, panel: panel)
    case .chart(.spikeRaster(let raster)): picture = brush.spikeRaster(raster, x: panel.x)
    case .chart(.graph(let graph)): picture = brush.graph(graph)
    case .axes(let overlays): picture = SVGPlot(Plot(panel, overlays), brush: brush).picture
    }
    guard let title = panel.title.map(words), !title.isEmpty else { return picture }
    var titled = SVGDrawing()
    titled.text(
      SVGDrawing.fitted(title, width: max(picture.width, 120)), x: picture.width / 2, y: 13,
      anchor: .middle)
    titled.group("transform=\"translate(0 22)\"") {
      for line in picture.drawing.lines { $0.add(line) }
    }
    picture.drawing = titled
    picture.height += 22
    return picture
  }

  /// Panels beside each other as long as the page is wide enough.
  private static func rows(of pictures: [Picture]) -> [[Picture]] {
    var rows: [[Picture]] = []
    var used = 0.0
    for picture in pictures {
      if rows.isEmpty || used + gap + picture.width > widest {
        rows.append([picture])
        used = picture.width
      } else {
        rows[rows.count - 1].append(picture)
        used += gap + picture.width
      }
    }
    return rows
  }

  private func lines(_ text: String, width: Double, size: Double) -> [String] {
    Wrapping.lines(text, width: max(20, Int((width - 2 * Self.margin) / (size * 0.53))))
  }

  private func words(_ text: Text) -> String { text.rendered(in: phrasebook) }
}

/// What every drawing in SVG needs to know.
struct SVGBrush {
  /// The room for a panel.
  let width: Double
  let height: Double
  let words: (Text) -> String
  /// Whether it draws one of the many frames of a film: in fewer signs.
  var isFrame = false

  /// The columns of a region, and at most as many rows.
  var cells: Int { isFrame ? 90 : 180 }

  func empty() -> SVGFigure.Picture {
    var drawing = SVGDrawing()
    drawing.text("(empty)", x: 0, y: 14, style: "muted")
    return .init(drawing: drawing, width: 120, height: 24)
  }

  /// The signs and names of a legend, in as many rows as they need; returns its height.
  func legend(
    _ entries: [(sign: Plot.Entry.Sign, name: String)], left: Double, top: Double, width: Double,
    on drawing: inout SVGDrawing
  ) -> Double {
    guard !entries.isEmpty else { return 0 }
    var x = left
    var y = top
    for entry in entries {
      let size = 36 + SVGDrawing.width(of: entry.name) * 1.1
      if x > left, x + size > left + width {
        x = left
        y += 20
      }
      sign(entry.sign, x: x, y: y + 10, on: &drawing)
      drawing.text(entry.name, x: x + 24, y: y + 14)
      x += size + 8
    }
    return y + 24 - top
  }

  private func sign(_ sign: Plot.Entry.Sign, x: Double, y: Double, on drawing: inout SVGDrawing) {
    switch sign {
    case .region(let index):
      drawing.rectangle(
        x: x, y: y - 6, width: 18, height: 12, style: "area f\(Palette.index(index))", rounded: 2)
    case .steps(let hue):
      drawing.rectangle(
        x: x, y: y - 6, width: 18, height: 12, style: "solid f\(Palette.index(hue))", rounded: 2)
    case .line(let hue, let style):
      drawing.path(
        "M\(SVGDrawing.number(x)) \(SVGDrawing.number(y))h18",
        style: SVGPlot.lineStyle(style, hue: hue))
    case .point(let group):
      let mark = SVGMark(group: group, radius: 4.5)
      drawing.path(mark.path(x: x + 9, y: y), style: mark.style)
    }
  }
}
