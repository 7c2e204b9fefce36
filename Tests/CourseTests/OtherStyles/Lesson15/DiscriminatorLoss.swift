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
