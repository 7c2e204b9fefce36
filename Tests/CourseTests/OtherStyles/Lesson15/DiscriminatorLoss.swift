import Foundation

// Double, log1p, a branch for each sign, and a name that the library has too.
extension Array where Element == Float {
  fileprivate func binaryCrossEntropy(sign: Double) -> Double {
    var total = 0.0
    for logit in self {
      let s = sign * Double(logit)
      if s > 0 { total += s + log1p(exp(-s)) } else { total += log1p(exp(s)) }
    }
    return total / Double(count)
  }
}

/// The answer.
public func discriminatorLoss(realLogits: [Float], forgedLogits: [Float]) -> Float {
  Float(realLogits.binaryCrossEntropy(sign: -1) + forgedLogits.binaryCrossEntropy(sign: 1))
}

/// The other half: 1 - D is e to the power of minus the loss of a forgery.
public func discriminatorSlopes(
  realLogits: [Float], forgedLogits: [Float], realLabel: Float
) -> (real: [Float], forged: [Float]) {
  func share(_ logit: Float, sign: Double) -> Float {
    Float(exp(-Double([logit].binaryCrossEntropy(sign: sign))))
  }
  var real = realLogits
  for (i, s) in realLogits.enumerated() {
    let (isReal, isForged) = (share(s, sign: -1), share(s, sign: 1))
    real[i] = isReal * (1 - realLabel) / Float(real.count)
    real[i] -= isForged * realLabel / Float(real.count)
  }
  return (real, forgedLogits.map { share($0, sign: -1) / Float(forgedLogits.count) })
}
