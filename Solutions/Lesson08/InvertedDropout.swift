/// Exercise 8.4 - Inverted dropout, first half.
public func dropout(_ units: [Float], rate: Float, draws: [Float], isTraining: Bool) -> [Float] {
  guard isTraining else { return units }
  return zip(units, draws).map { unit, draw in draw >= rate ? unit / (1 - rate) : 0 }
}

/// Exercise 8.4 - Inverted dropout, second half.
///
/// Dropout multiplies each unit by a number, 0 or 1 / (1 - rate); so its gradient is multiplied by
/// the same number.
public func dropoutGradient(_ gradient: [Float], rate: Float, draws: [Float]) -> [Float] {
  zip(gradient, draws).map { slope, draw in draw >= rate ? slope / (1 - rate) : 0 }
}
