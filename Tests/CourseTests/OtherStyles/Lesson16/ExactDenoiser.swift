import Foundation

// A type for one component, in Double; every share against all others.
private struct Component {
  let weight, mean, variance: Double

  func score(_ x: Double) -> Double {
    log(weight) - 0.5 * log(2 * Double.pi * variance) - (x - mean) * (x - mean) / variance / 2
  }
}

private func component(_ alphaBar: Float, _ weight: Float, _ mean: Float, _ deviation: Float)
  -> Component
{
  let a = Double(alphaBar)
  return Component(
    weight: Double(weight), mean: sqrt(a) * Double(mean),
    variance: a * Double(deviation) * Double(deviation) + (1 - a))
}

/// The answer.
public func responsibilities(
  _ x: Float, alphaBar: Float, weights: [Float], means: [Float], deviations: [Float]
) -> [Float] {
  let scores = weights.indices.map {
    component(alphaBar, weights[$0], means[$0], deviations[$0]).score(Double(x))
  }
  return scores.map { own in Float(1 / scores.reduce(0) { $0 + exp($1 - own) }) }
}

/// The other half.
public func exactNoise(
  _ x: Float, alphaBar: Float, responsibilities: [Float], means: [Float], deviations: [Float]
) -> Float {
  // The noise is minus the score of the density, times sqrt(1 - alphaBar).
  let slope = means.indices.reduce(0.0) { sum, k in
    let part = component(alphaBar, responsibilities[k], means[k], deviations[k])
    return sum - part.weight * (Double(x) - part.mean) / part.variance
  }
  return Float(-sqrt(1 - Double(alphaBar)) * slope)
}
