/// A grid of coloured cells; all cells of a colour are one path.
struct SVGMosaic {
  /// The colour of a cell.
  private struct Shade: Hashable {
    var hue: Int
    var step: Int
  }

  /// Neighbouring cells of one colour in a row, up to `end`.
  private struct Run: Hashable {
    var shade: Shade
    var start: Int
    var end: Int
  }

  private let columns: Int
  private let rows: Int
  private let cells: [Shade?]
  private let steps: Int
  private let strongest: Double
  /// The style of a colour: a hue of the palette, or ink for a grey picture.
  private let isGrey: Bool

  /// Cells of classes 0, 1, 2, ...
  init(columns: Int, classes: [Int]) {
    self.init(
      columns: columns, cells: classes.map { Shade(hue: max(0, $0), step: 1) }, steps: 1,
      strongest: 0.18, isGrey: false)
  }

  /// Cells of strengths from -1 to 1 in so many steps; `nil` stays empty.
  init(
    columns: Int, strengths: [Double?], steps: Int, strongest: Double = 1, isGrey: Bool = false,
    positiveHue: Int = 0
  ) {
    let cells = strengths.map { strength -> Shade? in
      guard let strength else { return nil }
      let step = Int((abs(strength) * Double(steps)).rounded())
      return step == 0 ? nil : Shade(hue: strength < 0 ? 1 - positiveHue : positiveHue, step: step)
    }
    self.init(
      columns: columns, cells: cells, steps: steps, strongest: strongest, isGrey: isGrey)
  }

  private init(columns: Int, cells: [Shade?], steps: Int, strongest: Double, isGrey: Bool) {
    self.columns = max(1, columns)
    self.rows = cells.count / max(1, columns)
    self.cells = cells
    self.steps = steps
    self.strongest = strongest
    self.isGrey = isGrey
  }

  /// Draws the grid into a rectangle whose upper left corner is `x`, `y`.
  func draw(
    x: Double = 0, y: Double = 0, width: Double, height: Double, on drawing: inout SVGDrawing
  ) {
    guard rows > 0 else { return }
    let paths = self.paths
    let colours = paths.keys.sorted { ($0.hue, $0.step) < ($1.hue, $1.step) }
    guard !colours.isEmpty else { return }
    let move = "translate(\(SVGDrawing.number(x)) \(SVGDrawing.number(y)))"
    let size =
      "scale(\(Self.factor(width / Double(columns))) \(Self.factor(height / Double(rows))))"
    drawing.group("transform=\"\(move) \(size)\" shape-rendering=\"crispEdges\"") { inner in
      for colour in colours {
        let opacity = strongest * Double(colour.step) / Double(steps)
        let style = isGrey && colour.hue == 0 ? "ink" : "f\(Palette.index(colour.hue))"
        inner.path(paths[colour] ?? "", style: style, opacity: opacity)
      }
    }
  }

  private static func factor(_ value: Double) -> String {
    let digits = Numbers.fixed(value, decimals: 4)
    return digits
  }

  /// For each colour its runs, row after row; runs that continue below are drawn once.
  private var paths: [Shade: String] {
    var paths: [Shade: String] = [:]
    var open: [Run] = []
    var starts: [Run: Int] = [:]
    for row in 0...rows {
      let runs = row < rows ? self.runs(in: row) : []
      var next: [Run: Int] = [:]
      for run in runs { next[run] = starts[run] ?? row }
      for run in open where next[run] == nil {
        let (start, count) = (starts[run] ?? row, run.end - run.start)
        paths[run.shade, default: ""] += "M\(run.start) \(start)h\(count)v\(row - start)h-\(count)z"
      }
      (open, starts) = (runs, next)
    }
    return paths
  }

  /// The runs of a row from the left, of all colours.
  private func runs(in row: Int) -> [Run] {
    var runs: [Run] = []
    var start = 0
    for column in 0...columns {
      let shade = cells[row * columns + start]
      if column < columns, cells[row * columns + column] == shade { continue }
      if let shade { runs.append(Run(shade: shade, start: start, end: column)) }
      start = column
    }
    return runs
  }
}
