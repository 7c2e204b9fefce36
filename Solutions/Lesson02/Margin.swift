/// Exercise 2.4 - Margin and bound, first half.
///
/// Dividing by the length of (b, w) turns a score into a distance.
public func margin(weights: [Float], bias: Float, x: [[Float]], labels: [Float]) -> Float {
  let length = dot([bias] + weights, [bias] + weights).squareRoot()
  let distances = zip(x, labels).map { example, label in
    label * (dot(weights, example) + bias) / length
  }
  return distances.min()!
}

/// Exercise 2.4 - Margin and bound, second half.
///
/// A margin of 0 or less belongs to a line that does not separate: then the theorem says nothing.
public func mistakeBound(x: [[Float]], margin: Float) -> Float? {
  guard margin > 0 else { return nil }
  let squaredRadius = x.map { 1 + dot($0, $0) }.max()!
  return squaredRadius / (margin * margin)
}

private func dot(_ a: [Float], _ b: [Float]) -> Float {
  zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
}
