import Foundation

/// Squares are compared, and a set remembers which modes were met.
public func countModes(
  points: [[Float]], centres: [[Float]], deviation: Float
) -> (found: Int, good: Float) {
  guard !points.isEmpty else { return (0, 0) }
  var met: Set<Int> = []
  var good = 0
  let reach = (3 * Double(deviation)) * (3 * Double(deviation))
  for point in points {
    let near = centres.indices.filter { k in
      point.indices.reduce(0.0) { $0 + pow(Double(point[$1] - centres[k][$1]), 2) }
        <= reach * (1 + 1e-6)
    }
    if near.isEmpty { continue }
    good += 1
    met.formUnion(near)
  }
  return (met.count, Float(good) / Float(points.count))
}
