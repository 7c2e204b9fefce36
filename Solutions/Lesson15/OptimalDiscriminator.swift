import Foundation

/// Exercise 15.3 - The optimal discriminator, first half.
///
/// p / D - q / (1 - D) = 0 gives D = p / (p + q).
public func optimalDiscriminator(real: [Float], forged: [Float]) -> [Float] {
  zip(real, forged).map { p, q in p + q > 0 ? p / (p + q) : 0.5 }
}

/// Exercise 15.3 - The optimal discriminator, second half.
public func gameValue(real: [Float], forged: [Float], discriminator: [Float]) -> Float {
  real.indices.reduce(0) { sum, i in
    let onReal = real[i] > 0 ? real[i] * log(discriminator[i]) : 0
    let onForged = forged[i] > 0 ? forged[i] * log(1 - discriminator[i]) : 0
    return sum + onReal + onForged
  }
}
