/// A curve as the data of an SVG path, cut at the picture's edges and without needless points.
struct SVGPath {
  let width: Double
  let height: Double

  /// The path through positions from 0 to 1; `nil` is a gap, and a lonely point becomes a dot.
  func data(through positions: [Position?]) -> String {
    Clipping.stretches(of: positions).map(data(of:)).joined()
  }

  /// One stretch without gaps.
  private func data(of stretch: [Position]) -> String {
    let points = stretch.map { (x: $0.x * width, y: (1 - $0.y) * height) }
    var places: [String] = []
    for index in Self.simplified(points, tolerance: 0.12) {
      let point = points[index]
      let place = SVGDrawing.coordinate(point.x) + " " + SVGDrawing.coordinate(point.y)
      if places.last != place { places.append(place) }
    }
    guard let first = places.first else { return "" }
    return places.count == 1 ? "M\(first)h0" : "M" + places.joined(separator: "L")
  }

  /// The points that the eye needs: the others lie within `tolerance` of the line through these
  /// (Ramer 1972; Douglas and Peucker 1973).
  static func simplified(_ points: [(x: Double, y: Double)], tolerance: Double) -> [Int] {
    guard points.count > 2 else { return Array(points.indices) }
    var isKept = Array(repeating: false, count: points.count)
    isKept[0] = true
    isKept[points.count - 1] = true
    var parts = [(first: 0, last: points.count - 1)]
    while let part = parts.popLast() {
      var farthest = part.first
      var distance = tolerance
      for index in part.first + 1..<max(part.first + 1, part.last) {
        let away = Self.distance(points[index], points[part.first], points[part.last])
        if away > distance { (farthest, distance) = (index, away) }
      }
      guard farthest != part.first else { continue }
      isKept[farthest] = true
      parts.append((part.first, farthest))
      parts.append((farthest, part.last))
    }
    return points.indices.filter { isKept[$0] }
  }

  /// How far a point is from the stretch between two others.
  private static func distance(
    _ point: (x: Double, y: Double), _ from: (x: Double, y: Double), _ to: (x: Double, y: Double)
  ) -> Double {
    let (dx, dy) = (to.x - from.x, to.y - from.y)
    let length = dx * dx + dy * dy
    let along = length > 0 ? ((point.x - from.x) * dx + (point.y - from.y) * dy) / length : 0
    let share = max(0, min(1, along))
    let (ex, ey) = (point.x - from.x - share * dx, point.y - from.y - share * dy)
    return (ex * ex + ey * ey).squareRoot()
  }
}
