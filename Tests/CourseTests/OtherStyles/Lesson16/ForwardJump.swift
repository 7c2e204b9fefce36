import Foundation

/// The jump in Double; the distribution through alphaBar, not step by step.
public func noised(_ clean: [Float], alphaBar: Float, noise: [Float]) -> [Float] {
  var result: [Float] = []
  let (signal, spread) = (sqrt(Double(alphaBar)), sqrt(1 - Double(alphaBar)))
  for i in stride(from: 0, to: clean.count, by: 1) {
    result.append(Float(signal * Double(clean[i]) + spread * Double(noise[i])))
  }
  return result
}

/// The other half.
public func distribution(of clean: Float, after betas: [Float]) -> (mean: Float, variance: Float) {
  let alphaBar = betas.map { 1 - $0 }.reduce(1, *)
  return (sqrt(alphaBar) * clean, 1 - alphaBar)
}
