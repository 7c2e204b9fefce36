/// Two losses for each number, a step to either side of it.
public func numericalSlopes(
  of loss: ([Double]) -> Double, at point: [Double], step: Double
) -> [Double] {
  point.indices.map { k in
    var right = point
    var left = point
    right[k] += step
    left[k] -= step
    return (loss(right) - loss(left)) / (2 * step)
  }
}

/// The largest difference over the largest slope.
public func relativeDifference(_ a: [Double], _ b: [Double]) -> Double {
  let difference = zip(a, b).map { abs($0 - $1) }.max() ?? 0
  let size = (a + b).map { abs($0) }.max() ?? 0
  return size > 0 ? difference / size : 0
}
