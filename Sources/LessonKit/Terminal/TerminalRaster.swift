extension TerminalBrush {
  /// A line a neuron, a stroke a spike, and the time below.
  func spikeRaster(_ raster: SpikeRaster, x: Axis) -> [String] {
    let times = raster.trains.map(\.count).max() ?? 0
    guard times > 0 else { return ["(empty)"] }
    let names = raster.names.map { words($0).truncated(to: 20) }
    let gutter = (names.map(\.displayWidth).max() ?? 0) + 1
    let room = max(8, width - gutter - 1)
    let spread = times * 2 <= room ? 2 : 1
    let merged = max(1, (times + room - 1) / room)
    let columns = (times + merged - 1) / merged * spread
    var lines: [String] = []
    for (index, train) in raster.trains.enumerated() {
      var strokes = Array(repeating: Character(isRich ? "·" : "."), count: columns)
      if spread == 2 {
        for column in strokes.indices where column % 2 == 1 { strokes[column] = " " }
      }
      for (time, fires) in train.enumerated() where fires {
        strokes[time / merged * spread] = isRich ? "┃" : "|"
      }
      let name = index < names.count ? names[index] : ""
      let line = name.rightAligned(in: gutter - 1) + " " + (isRich ? "│" : ":")
      lines.append(line + coloured(String(strokes).trimmedEnd, Palette.terminal(0)))
    }
    lines.append(
      numbers(times: times, first: raster.firstTime, gutter: gutter) {
        $0 / merged * spread
      })
    let label = words(x.label)
    if !label.isEmpty {
      lines.append(
        String(repeating: " ", count: gutter + 1)
          + label.truncated(to: width - gutter - 1).centred(in: columns).trimmedEnd)
    }
    return lines
  }

  private func numbers(times: Int, first: Int, gutter: Int, column: (Int) -> Int) -> String {
    var canvas = CharacterCanvas(width: width, height: 1)
    let scale = Scale(Double(first), Double(first + max(1, times - 1)))
    var end = -1
    for tick in scale.ticks(atMost: max(2, column(times) / 6))
    where tick.value == tick.value.rounded() {
      let start = gutter + 1 + column(Int(tick.value) - first)
      guard start > end else { continue }
      canvas.write(tick.label, row: 0, column: start)
      end = start + tick.label.count
    }
    return canvas.lines(hasColour: false)[0]
  }
}
