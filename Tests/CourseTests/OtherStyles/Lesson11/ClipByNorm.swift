import Foundation
import MiniTensor

/// Never squares a large number: the largest is taken out first, as in `hypot`.
public func clipped(
  _ gradients: [Tensor], toNorm limit: Float
) -> (gradients: [Tensor], length: Float) {
  var largest: Float = 0
  for gradient in gradients {
    for g in gradient.scalars where abs(g) > largest { largest = abs(g) }
  }
  if largest == 0 { return (gradients, 0) }
  var sum: Float = 0
  for gradient in gradients { for g in gradient.scalars { sum += pow(g / largest, 2) } }
  let gradientNorm = largest * sqrt(sum)
  if gradientNorm <= limit { return (gradients, gradientNorm) }
  var result = gradients
  for place in result.indices {
    result[place] /= gradientNorm
    result[place] *= limit
  }
  return (result, gradientNorm)
}
