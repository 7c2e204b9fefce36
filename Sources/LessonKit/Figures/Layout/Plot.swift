/// A panel with axes, ready to be drawn: scales are chosen, colours and names are given.
struct Plot {
  /// One thing to draw; the order of the cases is the order of drawing.
  enum Layer {
    case region(Region)
    case contours(Contours)
    case steps([Histogram.Step], hue: Int)
    case path(x: [Double], y: [Double], hue: Int, style: Lines.Style)
    case points(x: [Double], y: [Double], hue: Int, labels: [Text])
  }

  /// A line of the legend.
  struct Entry {
    enum Sign {
      case region(Int)
      case steps(Int)
      case line(Int, Lines.Style)
      case point(Int)
    }

    var sign: Sign
    var name: Text
  }

  let xAxis: Axis
  let yAxis: Axis
  let x: Scale
  let y: Scale
  let aspect: Figure.Aspect
  private(set) var layers: [Layer] = []
  private(set) var legend: [Entry] = []

  /// The panel's axes; without anything on them when it shows a chart.
  init(_ panel: Panel) {
    if case .axes(let overlays) = panel.picture {
      self.init(panel, overlays)
    } else {
      self.init(panel, [])
    }
  }

  init(_ panel: Panel, _ overlays: [FigureContent.Overlay]) {
    xAxis = panel.x
    yAxis = panel.y
    aspect = panel.aspect
    let elements = overlays.map(\.onAxes)
    var bounds = Bounds()
    for element in elements {
      let box = element.bounds(x: panel.x, y: panel.y)
      bounds.include(x: box.x)
      bounds.include(y: box.y)
    }
    let pointSets = overlays.compactMap(\.points)
    let touchesSides = pointSets.isEmpty
    let standsOnZero = overlays.contains(where: \.isHistogram) && (bounds.y?.lowerBound ?? 0) >= 0
    let values = elements.map(\.values)
    x = Self.scale(panel.x, bounds.x, padding: touchesSides ? 0 : 0.05, fromZero: false)
      .counting(values.flatMap(\.x))
    y = Self.scale(panel.y, bounds.y, padding: 0.06, fromZero: standsOnZero)
      .counting(values.flatMap(\.y))
    var hues = Hues(next: pointSets.map(\.groupCount).max() ?? 0)
    for overlay in overlays { add(overlay, &hues) }
    layers = layers.enumerated().sorted {
      ($0.element.order, $0.offset) < ($1.element.order, $1.offset)
    }
    .map(\.element)
  }

  private static func scale(
    _ axis: Axis, _ data: ClosedRange<Double>?, padding: Double, fromZero: Bool
  ) -> Scale {
    if let range = axis.range {
      return Scale(range.lowerBound, range.upperBound, isLogarithmic: axis.isLogarithmic)
    }
    let range = data ?? (axis.isLogarithmic ? 1...10 : 0...1)
    let tight = Scale(range.lowerBound, range.upperBound, isLogarithmic: axis.isLogarithmic)
    if range.lowerBound == range.upperBound { return tight }
    let padded = tight.padded(by: padding)
    return fromZero ? Scale(tight.lower, padded.upper) : padded
  }

  // MARK: - Colours and names

  /// Groups have the colour of their number; curves take the first colours that are free.
  private struct Hues {
    var next: Int
    mutating func take(_ chosen: Int?) -> Int {
      if let chosen { return chosen }
      defer { next += 1 }
      return next
    }
  }

  private mutating func add(_ overlay: FigureContent.Overlay, _ hues: inout Hues) {
    switch overlay {
    case .points(let points): add(points)
    case .lines(let lines): add(lines, &hues)
    case .histogram(let histogram):
      let hue = hues.take(histogram.colour)
      layers.append(.steps(histogram.steps, hue: hue))
      if let name = histogram.name { legend.append(Entry(sign: .steps(hue), name: name)) }
    case .region(let region):
      layers.append(.region(region))
      for (index, name) in region.names.enumerated() where !name.isEmpty {
        legend.append(Entry(sign: .region(index), name: name))
      }
    case .contours(let contours): layers.append(.contours(contours))
    }
  }

  private mutating func add(_ points: Points) {
    for group in 0..<points.groupCount {
      let members = points.x.indices.filter { points.group.isEmpty || points.group[$0] == group }
      let labels = points.labels.isEmpty ? [] : members.map { points.labels[$0] }
      layers.append(
        .points(
          x: members.map { points.x[$0] }, y: members.map { points.y[$0] }, hue: group,
          labels: labels))
      if group < points.names.count, !points.names[group].isEmpty {
        legend.append(Entry(sign: .point(group), name: points.names[group]))
      }
    }
  }

  private mutating func add(_ lines: Lines, _ hues: inout Hues) {
    let sharesColour = lines.names.isEmpty && lines.shapes.count > 8
    let shared = sharesColour ? hues.take(lines.colour) : 0
    for (index, shape) in lines.shapes.enumerated() {
      let hue = sharesColour ? shared : hues.take(lines.colour)
      layers.append(path(shape, hue: hue, style: lines.style))
      if index < lines.names.count, !lines.names[index].isEmpty {
        legend.append(Entry(sign: .line(hue, lines.style), name: lines.names[index]))
      }
    }
  }

  private func path(_ shape: Lines.Shape, hue: Int, style: Lines.Style) -> Layer {
    switch shape {
    case .path(let x, let y): .path(x: x, y: y, hue: hue, style: style)
    case .horizontal(let value):
      .path(x: [x.lower, x.upper], y: [value, value], hue: hue, style: style)
    case .vertical(let value):
      .path(x: [value, value], y: [y.lower, y.upper], hue: hue, style: style)
    case .function(let range, let function): path(range, function, hue: hue, style: style)
    }
  }

  private func path(
    _ range: ClosedRange<Double>, _ function: (Double) -> Double, hue: Int, style: Lines.Style
  ) -> Layer {
    let x = Lines.samples(range)
    return .path(x: x, y: x.map(function), hue: hue, style: style)
  }

  // MARK: - Ticks

  func xTicks(atMost count: Int, _ words: (Text) -> String) -> [Scale.Tick] {
    Self.ticks(xAxis, x, count, words)
  }

  func yTicks(atMost count: Int, _ words: (Text) -> String) -> [Scale.Tick] {
    Self.ticks(yAxis, y, count, words)
  }

  private static func ticks(
    _ axis: Axis, _ scale: Scale, _ count: Int, _ words: (Text) -> String
  ) -> [Scale.Tick] {
    guard let chosen = axis.ticks else { return scale.ticks(atMost: count, words) }
    return chosen.enumerated().compactMap { index, value in
      guard let position = scale.position(value), position > -1e-9, position < 1 + 1e-9 else {
        return nil
      }
      let label = words(axis.tickLabels?[index] ?? "\(value)")
      return Scale.Tick(value: value, label: label)
    }
  }
}

extension FigureContent.Overlay {
  fileprivate var onAxes: any OnAxes {
    switch self {
    case .points(let points): points
    case .lines(let lines): lines
    case .region(let region): region
    case .contours(let contours): contours
    case .histogram(let histogram): histogram
    }
  }

  fileprivate var points: Points? {
    if case .points(let points) = self { points } else { nil }
  }

  fileprivate var isHistogram: Bool {
    if case .histogram = self { true } else { false }
  }
}

extension Plot.Layer {
  fileprivate var order: Int {
    switch self {
    case .region: 0
    case .steps: 1
    case .contours: 2
    case .path: 3
    case .points: 4
    }
  }
}
