/// A function over the plane, sampled in the middle of the cells of a grid.
struct Field {
  let columns: Int
  let rows: Int
  /// Row after row, from the top.
  private(set) var values: [Double]

  subscript(row: Int, column: Int) -> Double { values[row * columns + column] }

  /// The classes or values of a region.
  init(_ region: Region, x: Scale, y: Scale, columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    let points = Self.points(x: x, y: y, columns: columns, rows: rows)
    let floats = points.map { [Float($0.x), Float($0.y)] }
    switch region.kind {
    case .classes(let classify): values = classify(floats).map(Double.init)
    case .values(let function, _): values = function(floats).map(Double.init)
    }
    precondition(
      values.count == points.count,
      "Region: asked for \(points.count) points, the function answered with \(values.count)")
  }

  /// The heights of a function.
  init(
    x: Scale, y: Scale, columns: Int, rows: Int, _ function: (Double, Double) -> Double
  ) {
    self.columns = columns
    self.rows = rows
    values = Self.points(x: x, y: y, columns: columns, rows: rows).map { function($0.x, $0.y) }
  }

  private static func points(x: Scale, y: Scale, columns: Int, rows: Int) -> [(
    x: Double, y: Double
  )] {
    (0..<rows).flatMap { row in
      (0..<columns).map { column in
        (
          x.value(at: (Double(column) + 0.5) / Double(columns)),
          y.value(at: 1 - (Double(row) + 0.5) / Double(rows))
        )
      }
    }
  }

  /// The levels at which to draw contours: chosen ones, or such that each step holds as many cells.
  func levels(of contours: Contours) -> [Double] {
    if let levels = contours.levels { return levels.sorted() }
    let sorted = values.filter(\.isFinite).sorted()
    guard let first = sorted.first, let last = sorted.last, first < last else { return [] }
    let count = contours.count
    let levels = (0..<count).map { index in
      sorted[(2 * index + 1) * (sorted.count - 1) / (2 * count)]
    }
    return levels.reduce(into: []) { unique, level in
      if unique.last.map({ $0 < level }) ?? true { unique.append(level) }
    }
  }

  /// How many levels each cell lies above; `nil` where the function has no value.
  func steps(_ levels: [Double]) -> [Int?] {
    values.map { value in
      value.isNaN ? nil : levels.firstIndex { value < $0 } ?? levels.count
    }
  }
}

/// From values to strengths of colour: 0 is paper, 1 the strongest; negative ones of another hue.
struct Shades {
  let range: ClosedRange<Double>
  let isDiverging: Bool
  private let centre: Double

  /// For a matrix: from 0, or the least value, to the greatest; diverging when signs differ.
  init(values: some Sequence<Double>, range: ClosedRange<Double>?) {
    let data = Bounds.range(values, isLogarithmic: false) ?? 0...1
    isDiverging = (range ?? data).lowerBound < 0
    centre = 0
    let size = max(abs(data.lowerBound), abs(data.upperBound))
    self.range = range ?? (isDiverging ? -size...size : 0...max(data.upperBound, 0))
  }

  /// For a plane of values: diverging around the middle of the range, 0 if the signs differ.
  init(plane values: some Sequence<Double>, range: ClosedRange<Double>?) {
    var limits = range ?? Bounds.range(values, isLogarithmic: false) ?? 0...1
    if range == nil, limits.lowerBound < 0, limits.upperBound > 0 {
      let size = max(-limits.lowerBound, limits.upperBound)
      limits = -size...size
    }
    self.range = limits
    isDiverging = true
    centre = (limits.lowerBound + limits.upperBound) / 2
  }

  /// From -1 to 1; `nil` for what is no number.
  func strength(_ value: Double) -> Double? {
    guard !value.isNaN else { return nil }
    if isDiverging {
      let reach = value < centre ? centre - range.lowerBound : range.upperBound - centre
      return reach > 0 ? max(-1, min(1, (value - centre) / reach)) : 0
    }
    let reach = range.upperBound - range.lowerBound
    return reach > 0 ? max(0, min(1, (value - range.lowerBound) / reach)) : 0
  }
}
