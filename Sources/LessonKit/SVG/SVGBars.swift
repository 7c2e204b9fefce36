extension SVGBrush {
  /// Standing bars in groups; lying ones when the labels are too long to stand below.
  func bars(_ bars: Bars, panel: Panel) -> SVGFigure.Picture {
    guard !bars.labels.isEmpty, !bars.series.isEmpty else { return empty() }
    let labels = bars.labels.map(words)
    let longest = labels.map { SVGDrawing.width(of: $0) }.max() ?? 0
    let isLying = longest + 8 > (width - 60) / Double(labels.count)
    var drawing = SVGDrawing()
    let entries = bars.names.enumerated().map { index, name in
      (sign: Plot.Entry.Sign.steps(index), name: words(name))
    }
    return isLying
      ? lying(bars, labels, longest, panel, entries, &drawing)
      : standing(bars, labels, panel, entries, &drawing)
  }

  private typealias Entries = [(sign: Plot.Entry.Sign, name: String)]

  private func standing(
    _ bars: Bars, _ labels: [String], _ panel: Panel, _ entries: Entries,
    _ drawing: inout SVGDrawing
  ) -> SVGFigure.Picture {
    let scale = bars.scale(panel.y)
    let plotHeight = height - (panel.x.label.isEmpty ? 24 : 44)
    let ticks = scale.ticks(atMost: max(3, Int(plotHeight / 44)), words)
    let numbers = ticks.map { SVGDrawing.width(of: $0.label) }.max() ?? 0
    let left = numbers + 10 + (panel.y.label.isEmpty ? 0 : 22)
    let plotWidth = min(width - left - 8, Double(labels.count * bars.series.count) * 70 + 60)
    let top = 14 + legend(entries, left: left, top: 0, width: plotWidth, on: &drawing)
    func down(_ value: Double) -> Double {
      top + (1 - max(0, min(1, scale.position(value) ?? 0))) * plotHeight
    }
    let n = SVGDrawing.coordinate
    var grid = ""
    for tick in ticks {
      grid += "M\(n(left)) \(n(down(tick.value)))h\(n(plotWidth))"
      drawing.text(
        tick.label, x: left - 8, y: down(tick.value) + 4.5, anchor: .end, style: "muted")
    }
    drawing.path(grid, style: "grid")
    let zero = down(max(0, scale.lower))
    let group = plotWidth / Double(labels.count)
    let bar = min(64, group * 0.72 / Double(bars.series.count))
    for (index, label) in labels.enumerated() {
      let middle = left + (Double(index) + 0.5) * group
      drawing.text(label, x: middle, y: top + plotHeight + 17, anchor: .middle, style: "muted")
      for (series, values) in bars.series.enumerated() where values[index].isFinite {
        let x = middle + (Double(series) - Double(bars.series.count) / 2) * bar
        let end = down(values[index])
        drawing.rectangle(
          x: x + 1, y: min(zero, end), width: bar - 2, height: abs(zero - end),
          style: "solid f\(Palette.index(series))")
        let number = words("\(values[index], significant: 3)")
        guard SVGDrawing.width(of: number, size: 11) <= bar + 6 else { continue }
        drawing.text(
          number, x: x + bar / 2, y: values[index] < 0 ? max(zero, end) + 12 : min(zero, end) - 4,
          anchor: .middle, style: "small")
      }
    }
    drawing.path("M\(n(left)) \(n(zero))h\(n(plotWidth))", style: "axis")
    drawing.text(
      words(panel.x.label), x: left + plotWidth / 2, y: top + plotHeight + 37, anchor: .middle)
    drawing.text(
      SVGDrawing.fitted(words(panel.y.label), width: plotHeight), x: 13, y: top + plotHeight / 2,
      anchor: .middle, turned: true)
    return .init(
      drawing: drawing, width: left + plotWidth + 8,
      height: top + plotHeight + (panel.x.label.isEmpty ? 24 : 44))
  }

  private func lying(
    _ bars: Bars, _ labels: [String], _ longest: Double, _ panel: Panel, _ entries: Entries,
    _ drawing: inout SVGDrawing
  ) -> SVGFigure.Picture {
    let scale = bars.scale(panel.y)
    let left = min(longest, 200) + 10
    let plotWidth = width - left - 60
    let top = 6 + legend(entries, left: left, top: 0, width: plotWidth, on: &drawing)
    let bar = bars.series.count > 1 ? 14.0 : 18
    let group = bar * Double(bars.series.count) + 10
    func right(_ value: Double) -> Double {
      left + max(0, min(1, scale.position(value) ?? 0)) * plotWidth
    }
    let zero = right(max(0, scale.lower))
    for (index, label) in labels.enumerated() {
      let y = top + Double(index) * group
      drawing.text(
        SVGDrawing.fitted(label, width: 200), x: left - 8, y: y + (group - 10) / 2 + 4.5,
        anchor: .end)
      for (series, values) in bars.series.enumerated() where values[index].isFinite {
        let end = right(values[index])
        let place = y + Double(series) * bar
        drawing.rectangle(
          x: min(zero, end), y: place + 1, width: abs(end - zero), height: bar - 2,
          style: "solid f\(Palette.index(series))")
        drawing.text(
          words("\(values[index])"), x: max(zero, end) + 5, y: place + bar / 2 + 4,
          style: "small")
      }
    }
    let bottom = top + Double(labels.count) * group - 6
    let n = SVGDrawing.coordinate
    drawing.path("M\(n(zero)) \(n(top - 3))V\(n(bottom))", style: "axis")
    drawing.text(words(panel.y.label), x: left + plotWidth / 2, y: bottom + 18, anchor: .middle)
    return .init(
      drawing: drawing, width: width, height: bottom + (panel.y.label.isEmpty ? 6 : 26))
  }

  /// A line a neuron, a stroke a spike.
  func spikeRaster(_ raster: SpikeRaster, x: Axis) -> SVGFigure.Picture {
    let times = raster.trains.map(\.count).max() ?? 0
    guard times > 0 else { return empty() }
    let names = raster.names.map { SVGDrawing.fitted(words($0), width: 140) }
    let left = (names.map { SVGDrawing.width(of: $0) }.max() ?? 0) + 10
    let plotWidth = min(width - left - 8, Double(times) * 36)
    let row = max(6, min(26, 420 / Double(raster.trains.count)))
    let step = plotWidth / Double(times)
    let bottom = Double(raster.trains.count) * row
    let n = SVGDrawing.coordinate
    var drawing = SVGDrawing()
    var (grid, spikes) = ("", "")
    for (index, train) in raster.trains.enumerated() {
      let middle = (Double(index) + 0.5) * row
      grid += "M\(n(left)) \(n(middle))h\(n(plotWidth))"
      for (time, fires) in train.enumerated() where fires {
        spikes +=
          "M\(n(left + (Double(time) + 0.5) * step)) \(n(middle - row * 0.36))v\(n(row * 0.72))"
      }
      if index < names.count, row >= 12 {
        drawing.text(names[index], x: left - 8, y: middle + 4.5, anchor: .end)
      }
    }
    drawing.path(grid, style: "grid")
    drawing.path(spikes, style: step < 5 ? "thin s0" : "line s0")
    drawing.path("M\(n(left)) \(n(bottom))h\(n(plotWidth))", style: "axis")
    let scale = Scale(Double(raster.firstTime), Double(raster.firstTime + max(1, times - 1)))
    for tick in scale.ticks(atMost: max(2, Int(plotWidth / 40)))
    where tick.value == tick.value.rounded() {
      let place = left + (tick.value - Double(raster.firstTime) + 0.5) * step
      guard place < left + plotWidth else { continue }
      drawing.text(tick.label, x: place, y: bottom + 17, anchor: .middle, style: "muted")
    }
    drawing.text(words(x.label), x: left + plotWidth / 2, y: bottom + 37, anchor: .middle)
    return .init(
      drawing: drawing, width: left + plotWidth + 8,
      height: bottom + (x.label.isEmpty ? 24 : 44))
  }
}
