import Foundation
import MiniTensor

// A type for one row, in Double.
private struct Row {
  let z: [Double]
  let deviation: Double

  init(_ numbers: [Float], _ epsilon: Float) {
    let x = numbers.map(Double.init)
    let mean = x.reduce(0, +) / Double(x.count)
    let variance = x.reduce(0) { $0 + pow($1 - mean, 2) } / Double(x.count)
    let deviation = sqrt(variance + Double(epsilon))
    self.deviation = deviation
    z = x.map { ($0 - mean) / deviation }
  }
}

private func rows(_ x: Tensor) -> [[Float]] {
  (0..<x.shape[0]).map { row in (0..<x.shape[1]).map { x[row, $0] } }
}

/// The answer.
public func layerNorm(_ x: Tensor, scale: Tensor, shift: Tensor, epsilon: Float) -> Tensor {
  Tensor(
    rows(x).map { numbers in
      Row(numbers, epsilon).z.enumerated().map { Float($1) * scale[$0] + shift[$0] }
    })
}

/// The other half.
public func layerNormGradient(_ gradient: Tensor, x: Tensor, epsilon: Float) -> Tensor {
  let backward = zip(rows(gradient), rows(x)).map { g, numbers -> [Float] in
    let row = Row(numbers, epsilon)
    let n = Double(g.count)
    let mean = g.reduce(0) { $0 + Double($1) } / n
    let along = zip(g, row.z).reduce(0) { $0 + Double($1.0) * $1.1 } / n
    return zip(g, row.z).map { Float((Double($0) - mean - $1 * along) / row.deviation) }
  }
  return Tensor(backward)
}

/// The last part, with every slope dz_j/dx_i written down.
public func layerNormBackward(
  _ gradient: Tensor, x: Tensor, scale: Tensor, epsilon: Float
) -> (x: Tensor, scale: Tensor, shift: Tensor) {
  let size = x.shape[1]
  var (toX, toScale, toShift) = (Tensor.zeros(x.shape), Tensor.zeros(size), Tensor.zeros(size))
  for (r, numbers) in rows(x).enumerated() {
    let row = Row(numbers, epsilon)
    for j in 0..<size {
      toScale[j] += gradient[r, j] * Float(row.z[j])
      toShift[j] += gradient[r, j]
      for i in 0..<size {
        let direct = i == j ? 1.0 : 0
        let slope = (direct - (1 + row.z[i] * row.z[j]) / Double(size)) / row.deviation
        toX[r, i] += gradient[r, j] * scale[j] * Float(slope)
      }
    }
  }
  return (toX, toScale, toShift)
}
