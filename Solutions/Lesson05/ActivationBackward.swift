/// The slope times a (1 - a).
public func sigmoidBackward(answers: [Float], slopes: [Float]) -> [Float] {
  zip(answers, slopes).map { a, slope in slope * a * (1 - a) }
}

/// The slope times 1 - a^2.
public func tanhBackward(answers: [Float], slopes: [Float]) -> [Float] {
  zip(answers, slopes).map { a, slope in slope * (1 - a * a) }
}

/// The slope where the sum is above 0.
public func reluBackward(sums: [Float], slopes: [Float]) -> [Float] {
  zip(sums, slopes).map { z, slope in z > 0 ? slope : 0 }
}
