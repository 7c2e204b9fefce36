import ExerciseKit

/// One point that is put back after every wiggle.
public func numericalSlopes(
  of loss: ([Double]) -> Double, at point: [Double], step: Double
) -> [Double] {
  var (w, slopes): ([Double], [Double]) = (point, [])
  for (k, middle) in point.enumerated() {
    var backward = 0.0
    for side in [1.0, -1.0] {
      w[k] = middle + side * step
      backward += side * loss(w)
    }
    w[k] = middle
    slopes.append(backward / step / 2)
  }
  return slopes
}

/// One walk for both of the largest.
public func relativeDifference(_ a: [Double], _ b: [Double]) -> Double {
  var (apart, size) = (0.0, 0.0)
  for i in a.indices {
    apart = max(apart, (a[i] - b[i]).magnitude)
    size = max(size, a[i].magnitude, b[i].magnitude)
  }
  if apart == 0 { return 0 }
  return apart / size
}
