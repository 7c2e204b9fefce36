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
  let ofReal = zip(real, discriminator).filter { $0.0 != 0 }.map { Double($0) * log(Double($1)) }
  let ofForged = zip(forged, discriminator).lazy.filter { $0.0 != 0 }
    .map { Double($0) * log1p(-Double($1)) }
  return Float(ofReal.reduce(0, +) + ofForged.reduce(0, +))
}
