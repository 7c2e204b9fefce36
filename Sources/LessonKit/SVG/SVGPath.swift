/// A curve as the data of an SVG path, cut at the picture's edges and without needless points.
struct SVGPath {
  let width: Double
  let height: Double

  /// The path through positions from 0 to 1; `nil` is a gap, and a lonely point becomes a dot.
  func data(through positions: [Position?]) -> String {
    Clipping.stretches(of: positions).map(data(of:)).joined()
  }

  /// One stretch without gaps; points that round to the same place are written once.
  private func data(of stretch: [Position]) -> String {
    var places: [String] = []
    for position in thinned(stretch) {
      let place = point(position)
      if places.last != place { places.append(place) }
    }
    guard let first = places.first else { return "" }
    return places.count == 1 ? "M\(first)h0" : "M" + places.joined(separator: "L")
  }

  /// Of very many points, the first, the lowest, the highest and the last of each bit of width.
  private func thinned(_ stretch: [Position]) -> [Position] {
    let isForward = zip(stretch, stretch.dropFirst()).allSatisfy { $0.x <= $1.x }
    guard stretch.count > 3000, isForward else { return stretch }
    var kept: [Position] = []
    var start = 0
    while start < stretch.count {
      let column = (stretch[start].x * width).rounded(.down)
      var end = start
      while end < stretch.count, (stretch[end].x * width).rounded(.down) == column { end += 1 }
      let members = start..<end
      let lowest = members.min { stretch[$0].y < stretch[$1].y } ?? start
      let highest = members.max { stretch[$0].y < stretch[$1].y } ?? start
      kept += Set([start, lowest, highest, end - 1]).sorted().map { stretch[$0] }
      start = end
    }
    return kept
  }

  private func point(_ position: Position) -> String {
    SVGDrawing.coordinate(position.x * width) + " "
      + SVGDrawing.coordinate((1 - position.y) * height)
  }
}
