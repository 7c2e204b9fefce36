import ExerciseKit
import Foundation
import MiniTensor

/// A call of itself for each step; a column as a matrix.
public func powerIteration(
  _ covariance: [[Float]], start: [Float], steps: Int
) -> (direction: [Float], variance: Float) {
  let c = Tensor(covariance)
  let v = Tensor(start, shape: [start.count, 1])
  guard steps > 0 else {
    let variance = matmul(v, matmul(c, v), transposingLeft: true)
    return (start, variance.scalars[0])
  }
  let next = matmul(c, v).scalars
  let length = Float(sqrt(next.reduce(0.0) { $0 + Double($1) * Double($1) }))
  return powerIteration(covariance, start: next.map { $0 / length }, steps: steps - 1)
}

/// The other half.
public func deflated(
  _ covariance: [[Float]], direction: [Float], variance: Float
) -> [[Float]] {
  var rest = covariance
  for (i, a) in direction.enumerated() {
    for (j, b) in direction.enumerated() { rest[i][j] -= a * variance * b }
  }
  return rest
}
