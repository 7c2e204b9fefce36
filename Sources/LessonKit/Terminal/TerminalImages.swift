extension TerminalBrush {
  /// Pictures in rows: two pixels a character in colour, otherwise characters of growing darkness.
  func imageGrid(_ grid: ImageGrid) -> [String] {
    guard let first = grid.images.first, !first.isEmpty else { return ["(empty)"] }
    let height = first.count / grid.width
    let shades = Shades(values: grid.images.joined(), range: grid.range)
    let sampling = Sampling(width: grid.width, height: height, room: width, hasColour: hasColour)
    let gap = 2
    let captions = grid.captions.map(words)
    let captionWidth = min(captions.map(\.displayWidth).max() ?? 0, max(sampling.columns, 14))
    let tile = max(sampling.columns, captionWidth)
    let fitting = max(1, (width + gap) / (tile + gap))
    let perRow = max(1, min(grid.columns ?? fitting, fitting))
    var lines: [String] = []
    for start in stride(from: 0, to: grid.images.count, by: perRow) {
      let members = start..<min(grid.images.count, start + perRow)
      if !lines.isEmpty { lines.append("") }
      let pictures = members.map { picture(grid.images[$0], sampling, shades) }
      for line in 0..<sampling.lines {
        let parts = pictures.map {
          $0[line] + String(repeating: " ", count: tile - sampling.columns)
        }
        lines.append(parts.joined(separator: "  ").trimmedEnd)
      }
      if !captions.isEmpty {
        let wrapped = members.map { Wrapping.lines(captions[$0], width: tile) }
        for line in 0..<(wrapped.map(\.count).max() ?? 0) {
          let parts = wrapped.map { (line < $0.count ? $0[line] : "").padded(to: tile) }
          lines.append(parts.joined(separator: "  ").trimmedEnd)
        }
      }
    }
    if !hasColour, shades.isDiverging { lines.append(ramp(shades)) }
    return lines
  }

  /// How the pixels of a picture become characters.
  struct Sampling {
    let width: Int
    let height: Int
    /// Characters a line.
    let columns: Int
    /// Lines of characters.
    let lines: Int
    init(width: Int, height: Int, room: Int, hasColour: Bool) {
      self.width = width
      self.height = height
      let factor = hasColour ? 1.0 : (width <= 16 ? 2.0 : 1.0)
      let shrink = max(1, Double(width) * factor / Double(max(1, room)))
      columns = max(1, Int((Double(width) * factor / shrink).rounded(.down)))
      lines = max(1, Int((Double(height) * factor / shrink / 2).rounded(.up)))
    }

    /// The mean of the pixels under a part of a character: the upper half is part 0 of 2.
    func value(_ image: [Double], line: Int, column: Int, part: Int, parts: Int) -> Double? {
      let top = (line * parts + part) * height / (lines * parts)
      let bottom = max(top + 1, (line * parts + part + 1) * height / (lines * parts))
      let left = column * width / columns
      let right = max(left + 1, (column + 1) * width / columns)
      guard top < height else { return nil }
      var sum = 0.0
      var count = 0
      for row in top..<min(bottom, height) {
        for pixel in left..<min(right, width) where image[row * width + pixel].isFinite {
          sum += image[row * width + pixel]
          count += 1
        }
      }
      return count > 0 ? sum / Double(count) : nil
    }
  }

  private func picture(_ image: [Double], _ sampling: Sampling, _ shades: Shades) -> [String] {
    var canvas = CharacterCanvas(width: sampling.columns, height: sampling.lines)
    for line in 0..<sampling.lines {
      for column in 0..<sampling.columns {
        func strength(_ part: Int, of parts: Int) -> Double {
          sampling.value(image, line: line, column: column, part: part, parts: parts)
            .flatMap(shades.strength) ?? 0
        }
        if hasColour {
          canvas[line, column] = .init(
            character: "▀", colour: colour(strength(0, of: 2), shades),
            background: colour(strength(1, of: 2), shades))
        } else {
          let value = strength(0, of: 1)
          canvas[line, column] = .init(
            character: shades.isDiverging ? signedShade(value) : shade(value))
        }
      }
    }
    let lines = canvas.lines(hasColour: hasColour)
    return hasColour ? lines : lines.map { $0.padded(to: sampling.columns) }
  }

  private func colour(_ strength: Double, _ shades: Shades) -> Int {
    shades.isDiverging ? shadeColour(strength) : grey(strength)
  }
}
