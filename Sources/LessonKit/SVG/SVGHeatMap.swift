extension SVGBrush {
  /// The matrix with its labels, and its numbers where they fit.
  func heatMap(_ map: HeatMap, x: Axis, y: Axis) -> SVGFigure.Picture {
    let rows = map.values.count
    let columns = map.values.first?.count ?? 0
    guard rows > 0, columns > 0 else { return empty() }
    let numbers = map.numbers(words)
    let rowLabels = map.rowLabels.map { SVGDrawing.fitted(words($0), width: 120, size: 12) }
    let columnLabels = map.columnLabels.map(words)
    let side = words(y.label)
    let gutter = (rowLabels.map { SVGDrawing.width(of: $0, size: 12) }.max() ?? 0) + 8
    let left = gutter + (side.isEmpty ? 0 : 22)
    let numberWidth = (numbers.joined().map { SVGDrawing.width(of: $0, size: 12) }.max() ?? 0) + 8
    let room = width - left
    let showsNumbers = (map.showsValues ?? true) && numberWidth * Double(columns) <= room
    let tallest = rows > 40 ? 480 / Double(rows) : 34.0
    var cell = min(room / Double(columns), max(40, showsNumbers ? numberWidth : 0))
    let cellHeight = min(tallest, max(cell, showsNumbers ? 24 : 0))
    if !showsNumbers { cell = min(cell, max(cellHeight, 240 / Double(columns))) }
    let longest = columnLabels.map { SVGDrawing.width(of: $0, size: 12) }.max() ?? 0
    let isTurned = longest > cell - 2
    let top = columnLabels.isEmpty ? 4 : isTurned ? min(longest, 110) + 10 : 20.0
    let shades = Shades(values: map.values.joined(), range: map.range)
    let (fullWidth, fullHeight) = (cell * Double(columns), cellHeight * Double(rows))

    var drawing = SVGDrawing()
    let strengths = map.values.joined().map(shades.strength)
    SVGMosaic(columns: columns, strengths: strengths, steps: 40, strongest: 0.95)
      .draw(x: left, y: top, width: fullWidth, height: fullHeight, on: &drawing)
    drawing.rectangle(x: left, y: top, width: fullWidth, height: fullHeight, style: "axis")
    if showsNumbers {
      for row in 0..<rows {
        for column in 0..<columns {
          // No single colour can be read on every shade, in light and in dark: so the halo.
          drawing.text(
            numbers[row][column], x: left + (Double(column) + 0.5) * cell,
            y: top + (Double(row) + 0.5) * cellHeight + 4.5, anchor: .middle,
            style: "number halo")
        }
      }
    }
    let step = max(1, Int((14 / cellHeight).rounded(.up)))
    for row in stride(from: 0, to: rowLabels.count, by: step) {
      drawing.text(
        rowLabels[row], x: left - 6, y: top + (Double(row) + 0.5) * cellHeight + 4.5,
        anchor: .end, style: "number muted")
    }
    let across = max(1, Int(((isTurned ? 14 : longest + 2) / cell).rounded(.up)))
    for column in stride(from: 0, to: columnLabels.count, by: across) {
      let middle = left + (Double(column) + 0.5) * cell
      let label = SVGDrawing.fitted(columnLabels[column], width: 110, size: 12)
      if isTurned {
        drawing.text(label, x: middle + 4, y: top - 6, style: "number muted", turned: true)
      } else {
        drawing.text(label, x: middle, y: top - 6, anchor: .middle, style: "number muted")
      }
    }
    drawing.text(
      SVGDrawing.fitted(side, width: max(fullHeight, 80)), x: 13, y: top + fullHeight / 2,
      anchor: .middle, turned: true)
    drawing.text(
      SVGDrawing.fitted(words(x.label), width: max(fullWidth, 120)), x: left + fullWidth / 2,
      y: top + fullHeight + 20, anchor: .middle)
    var height = top + fullHeight + (x.label.isEmpty ? 6 : 28)
    if !showsNumbers {
      ramp(shades, left: left, top: height + 4, on: &drawing)
      height += 26
    }
    return .init(drawing: drawing, width: max(left + fullWidth, left + 180) + 4, height: height)
  }

  /// From the palest to the strongest colour, with their values.
  private func ramp(_ shades: Shades, left: Double, top: Double, on drawing: inout SVGDrawing) {
    let low = words("\(shades.range.lowerBound, significant: 3)")
    let high = words("\(shades.range.upperBound, significant: 3)")
    let start = left + SVGDrawing.width(of: low, size: 12) + 6
    let weakest = shades.isDiverging ? -1.0 : 0.0
    let strengths = (0...20).map { weakest + (1 - weakest) * Double($0) / 20 }
    drawing.text(low, x: start - 6, y: top + 11, anchor: .end, style: "number muted")
    SVGMosaic(columns: 21, strengths: strengths, steps: 40, strongest: 0.95)
      .draw(x: start, y: top, width: 105, height: 14, on: &drawing)
    drawing.rectangle(x: start, y: top, width: 105, height: 14, style: "axis")
    drawing.text(high, x: start + 111, y: top + 11, style: "number muted")
  }

  /// Grey pictures in rows with their captions.
  func imageGrid(_ grid: ImageGrid) -> SVGFigure.Picture {
    guard let first = grid.images.first, !first.isEmpty else { return empty() }
    let rows = first.count / grid.width
    let captions = grid.captions.map(words)
    let perRow = max(1, grid.columns ?? min(grid.images.count, grid.images.count > 30 ? 10 : 5))
    let gap = captions.isEmpty ? 6.0 : 14
    let room = width - gap * Double(perRow - 1)
    // Joined pictures, wider than any single one here, may fill the page.
    let largest = grid.width > 32 ? 7 * Double(grid.width) : 112
    let size = min(largest, room / Double(perRow), Double(grid.width) * 12)
    let height = size * Double(rows) / Double(grid.width)
    let wrapped = captions.map { Wrapping.lines($0, width: max(6, Int(size / 6.2))) }
    let captionHeight = Double(wrapped.map(\.count).max() ?? 0) * 14 + (captions.isEmpty ? 0 : 6)
    let shades = Shades(values: grid.images.joined(), range: grid.range)
    var drawing = SVGDrawing()
    for (index, image) in grid.images.enumerated() {
      let x = Double(index % perRow) * (size + gap)
      let y = Double(index / perRow) * (height + captionHeight + gap)
      let mosaic = SVGMosaic(
        columns: grid.width, strengths: image.map(shades.strength), steps: 20,
        isGrey: !shades.isDiverging)
      mosaic.draw(x: x, y: y, width: size, height: height, on: &drawing)
      drawing.rectangle(x: x, y: y, width: size, height: height, style: "grid")
      guard index < wrapped.count else { continue }
      for (line, words) in wrapped[index].enumerated() {
        drawing.text(
          words, x: x + size / 2, y: y + height + 14 + 14 * Double(line), anchor: .middle,
          style: "small")
      }
    }
    let count = grid.images.count
    let lines = Double((count + perRow - 1) / perRow)
    let columns = Double(min(count, perRow))
    return .init(
      drawing: drawing, width: columns * (size + gap) - gap,
      height: lines * (height + captionHeight + gap) - gap + 4)
  }
}
