import Loops

// Batch normalisation over `[batch, features, inner]`: sums over the first and the last axis.

/// (x - mean) / √(variance + ε), and the mean and variance of each feature.
package func standardise(
  _ x: [Float], features: Int, inner: Int, epsilon: Float
) -> (normalised: [Float], mean: [Float], variance: [Float]) {
  let examples = Float(x.count / max(features, 1))
  var mean = [Float](repeating: 0, count: features)
  var normalised = x
  // Twice: what rounding left of the mean would be large beside the spread of equal numbers.
  for _ in 0..<2 {
    let rest = featureSums(normalised, features: features, inner: inner).map { $0 / examples }
    update(&mean, rest) { mean, rest in mean += rest }
    forEachRow(&normalised, features: features, inner: inner) { row, _, feature in
      let rest = rest[feature]
      for i in 0..<inner { row[i] -= rest }
    }
  }
  let variance = featureSums(normalised, times: normalised, features: features, inner: inner)
    .map { $0 / examples }
  let factor = variance.map { 1 / ($0 + epsilon).squareRoot() }
  forEachRow(&normalised, features: features, inner: inner) { row, _, feature in
    let factor = factor[feature]
    for i in 0..<inner { row[i] *= factor }
  }
  return (normalised, mean, variance)
}

/// scale · x̂ + shift.
package func scaleAndShift(
  _ x: [Float], _ scale: [Float], _ shift: [Float], features: Int, inner: Int
) -> [Float] {
  var result = x
  forEachRow(&result, features: features, inner: inner) { row, _, feature in
    let (scale, shift) = (scale[feature], shift[feature])
    for i in 0..<inner { row[i] = row[i] * scale + shift }
  }
  return result
}

/// The gradients of scale · x̂ + shift.
///
/// The mean and the variance depend on every example, so each hears of all:
///
/// dx = scale / √(variance + ε) · (g - mean(g) - x̂ · mean(g x̂))
package func standardiseGradients(
  _ g: [Float], normalised: [Float], variance: [Float], scale: [Float], inner: Int,
  epsilon: Float
) -> (input: [Float], scale: [Float], shift: [Float]) {
  let features = scale.count
  let share = Float(features) / Float(g.count)
  let forShift = featureSums(g, features: features, inner: inner)
  let forScale = featureSums(g, times: normalised, features: features, inner: inner)
  var result = g
  normalised.withUnsafeBufferPointer { normalised in
    forEachRow(&result, features: features, inner: inner) { row, start, feature in
      let factor = scale[feature] / (variance[feature] + epsilon).squareRoot()
      let (mean, slope) = (forShift[feature] * share, forScale[feature] * share)
      for i in 0..<inner { row[i] = factor * (row[i] - mean - normalised[start + i] * slope) }
    }
  }
  return (result, forScale, forShift)
}

/// The sum of each feature over all examples and positions, of a or of a · b.
private func featureSums(
  _ a: [Float], times b: [Float]? = nil, features: Int, inner: Int
) -> [Float] {
  let product = b.map { combine(.multiply, a, $0) } ?? a
  let batch = a.count / max(features * inner, 1)
  let rows = inner == 1 ? product : sum(product, outer: batch * features, extent: inner, inner: 1)
  return sum(rows, outer: 1, extent: batch, inner: features)
}

/// Every run of `inner` numbers, where it begins, and which feature it belongs to.
@inline(__always)
private func forEachRow(
  _ numbers: inout [Float], features: Int, inner: Int,
  _ body: (UnsafeMutablePointer<Float>, Int, Int) -> Void
) {
  numbers.withUnsafeMutableBufferPointer { numbers in
    guard let base = numbers.baseAddress else { return }
    for start in stride(from: 0, to: numbers.count, by: inner) {
      body(base + start, start, start / inner % features)
    }
  }
}
