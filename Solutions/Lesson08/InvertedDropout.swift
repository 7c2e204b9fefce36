/// Exercise 8.4 - Inverted dropout, first part.
public func dropout(_ units: [Float], rate: Float, draws: [Float], isTraining: Bool) -> [Float] {
  guard isTraining else { return units }
  return zip(units, draws).map { unit, draw in draw >= rate ? unit / (1 - rate) : 0 }
}

/// Exercise 8.4 - Inverted dropout, second part.
///
/// Dropout multiplies each unit by a number, 0 or 1 / (1 - rate); so its gradient is multiplied by
/// the same number.
public func dropoutGradient(_ gradient: [Float], rate: Float, draws: [Float]) -> [Float] {
  zip(gradient, draws).map { slope, draw in draw >= rate ? slope / (1 - rate) : 0 }
}

/// Exercise 8.4 - Inverted dropout, last part: what it adds to the loss.
///
/// The mean of a square is the square of the mean and the variance. The mean is what the neuron
/// says without dropout. Masks are drawn one by one, so the variances of the products add up.
public func expectedSquaredError(
  inputs: [Float], weights: [Float], target: Float, rate: Float
) -> Float {
  let products = zip(weights, inputs).map { $0 * $1 }
  let distance = target - products.reduce(0, +)
  let variance = rate / (1 - rate) * products.reduce(0) { $0 + $1 * $1 }
  return distance * distance + variance
}
