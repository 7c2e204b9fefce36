import ExerciseKit
import Foundation
import MiniTensor

/// Column after column, in Double.
public func batchNormGradients(
  normalized: Tensor, variance: Tensor, scale: Tensor, gradient: Tensor, epsilon: Float
) -> (x: Tensor, scale: Tensor, shift: Tensor) {
  let (count, features) = (normalized.shape[0], normalized.shape[1])
  var backward = Tensor.zeros(count, features)
  var (scales, shifts): ([Float], [Float]) = ([], [])
  for j in 0..<features {
    let g = (0..<count).map { Double(gradient[$0, j]) }
    let z = (0..<count).map { Double(normalized[$0, j]) }
    let total = g.reduce(0, +)
    let along = zip(g, z).map { $0 * $1 }.reduce(0, +)
    let factor = Double(scale[j]) / sqrt(Double(variance[j] + epsilon)) / Double(count)
    for n in 0..<count {
      backward[n, j] = Float(factor * (Double(count) * g[n] - total - z[n] * along))
    }
    scales.append(Float(along))
    shifts.append(Float(total))
  }
  return (backward, Tensor(scales), Tensor(shifts))
}

/// A layer normalisation is a batch normalisation on its side, with the scale taken care of before.
public func layerNormBackward(
  normalized: Tensor, variance: Tensor, scale: Tensor, gradient: Tensor, epsilon: Float
) -> Tensor {
  let examples = normalized.shape[0]
  return batchNormGradients(
    normalized: normalized.transposed(), variance: variance.reshaped(examples),
    scale: Tensor.ones([examples]), gradient: (gradient * scale).transposed(), epsilon: epsilon
  ).x.transposed()
}
