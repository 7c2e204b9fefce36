import Foundation

/// Cases, and two sums of their own.
public func optimalDiscriminator(real: [Float], forged: [Float]) -> [Float] {
  var d: [Float] = []
  for i in 0..<real.count {
    switch (real[i], forged[i]) {
    case (0, 0): d.append(0.5)
    case (0, _): d.append(0)
    case (_, 0): d.append(1)
    case let (p, q): d.append(1 / (1 + q / p))
    }
  }
  return d
}

/// The other half.
public func gameValue(real: [Float], forged: [Float], discriminator: [Float]) -> Float {
  var sum = 0.0
  for (p, d) in zip(real, discriminator) where p != 0 { sum += Double(p) * log(Double(d)) }
  for (q, d) in zip(forged, discriminator) where q != 0 { sum += Double(q) * log1p(-Double(d)) }
  return Float(sum)
}
