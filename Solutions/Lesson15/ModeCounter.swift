/// Exercise 15.5 - The mode counter.
public func countModes(
  points: [[Float]], centres: [[Float]], deviation: Float
) -> (found: Int, good: Float) {
  func isGood(_ point: [Float], _ centre: [Float]) -> Bool {
    let squares = zip(point, centre).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    return squares.squareRoot() <= 3 * deviation
  }
  let found = centres.count { centre in points.contains { isGood($0, centre) } }
  let good = points.count { point in centres.contains { isGood(point, $0) } }
  return (found, points.isEmpty ? 0 : Float(good) / Float(points.count))
}
