/// The smallest box around what a panel shows.
struct Bounds: Equatable {
  var x: ClosedRange<Double>?
  var y: ClosedRange<Double>?

  /// The least and the greatest of the numbers that can stand on an axis.
  static func range(_ values: some Sequence<Double>, isLogarithmic: Bool) -> ClosedRange<Double>? {
    var least = Double.infinity
    var greatest = -Double.infinity
    for value in values
    where value.isFinite && abs(value) < 1e300 && (value > 0 || !isLogarithmic) {
      least = min(least, value)
      greatest = max(greatest, value)
    }
    return least <= greatest ? least...greatest : nil
  }

  mutating func include(x other: ClosedRange<Double>?) { x = Self.union(x, other) }
  mutating func include(y other: ClosedRange<Double>?) { y = Self.union(y, other) }

  private static func union(_ a: ClosedRange<Double>?, _ b: ClosedRange<Double>?)
    -> ClosedRange<Double>?
  {
    guard let a, let b else { return a ?? b }
    return min(a.lowerBound, b.lowerBound)...max(a.upperBound, b.upperBound)
  }
}

/// An element that lies on the axes.
protocol OnAxes: FigureElement {
  func bounds(x: Axis, y: Axis) -> Bounds

  /// The numbers that it shows, or one that is not whole for what varies without steps.
  var values: (x: [Double], y: [Double]) { get }
}

extension OnAxes {
  var values: (x: [Double], y: [Double]) { ([0.5], [0.5]) }
}

extension Points: OnAxes {
  var values: (x: [Double], y: [Double]) { (x, y) }

  func bounds(x xAxis: Axis, y yAxis: Axis) -> Bounds {
    Bounds(
      x: Bounds.range(x, isLogarithmic: xAxis.isLogarithmic),
      y: Bounds.range(y, isLogarithmic: yAxis.isLogarithmic))
  }
}

extension Lines: OnAxes {
  var values: (x: [Double], y: [Double]) {
    var values: (x: [Double], y: [Double]) = ([], [])
    for shape in shapes {
      switch shape {
      case .path(let x, let y):
        values.x += x
        values.y += y
      case .horizontal(let y): values.y.append(y)
      case .vertical(let x): values.x.append(x)
      case .function:
        values.x.append(0.5)
        values.y.append(0.5)
      }
    }
    return values
  }

  func bounds(x xAxis: Axis, y yAxis: Axis) -> Bounds {
    var bounds = Bounds()
    func add(x: [Double], y: [Double]) {
      bounds.include(x: Bounds.range(x, isLogarithmic: xAxis.isLogarithmic))
      bounds.include(y: Bounds.range(y, isLogarithmic: yAxis.isLogarithmic))
    }
    for shape in shapes {
      switch shape {
      case .path(let x, let y): add(x: x, y: y)
      case .horizontal(let value): add(x: [], y: [value])
      case .vertical(let value): add(x: [value], y: [])
      case .function(let range, let function):
        let x = Lines.samples(range)
        add(x: x, y: x.map(function))
      }
    }
    return bounds
  }

  /// Where a function is evaluated.
  static func samples(_ range: ClosedRange<Double>, count: Int = 201) -> [Double] {
    let width = range.upperBound - range.lowerBound
    guard width > 0, count > 1 else { return [range.lowerBound] }
    return (0..<count).map { range.lowerBound + width * Double($0) / Double(count - 1) }
  }
}

extension Region: OnAxes {
  func bounds(x: Axis, y: Axis) -> Bounds { Bounds() }
}

extension Contours: OnAxes {
  func bounds(x: Axis, y: Axis) -> Bounds { Bounds() }
}

extension Histogram: OnAxes {
  func bounds(x xAxis: Axis, y yAxis: Axis) -> Bounds {
    let steps = self.steps
    guard let first = steps.first, let last = steps.last else { return Bounds() }
    return Bounds(
      x: first.from...last.to, y: 0...(steps.map(\.height).max() ?? 1))
  }

  struct Step: Equatable {
    var from: Double
    var to: Double
    var height: Double
  }

  /// The bars, from left to right.
  var steps: [Step] {
    let finite = values.filter(\.isFinite)
    guard let range = Bounds.range(finite, isLogarithmic: false) else { return [] }
    let scale = Scale(range.lowerBound, range.upperBound)
    var counts = Array(repeating: 0, count: bins)
    for value in finite {
      guard let position = scale.position(value) else { continue }
      counts[min(bins - 1, max(0, Int(position * Double(bins))))] += 1
    }
    let width = (scale.upper - scale.lower) / Double(bins)
    let unit = isDensity ? 1 / (Double(finite.count) * width) : 1
    return counts.enumerated().map { index, count in
      Step(
        from: scale.lower + Double(index) * width, to: scale.lower + Double(index + 1) * width,
        height: Double(count) * unit)
    }
  }
}
