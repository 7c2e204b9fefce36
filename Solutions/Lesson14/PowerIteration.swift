import ExerciseKit

/// The direction of the greatest variance, and that variance.
public func powerIteration(
  _ covariance: [[Float]], start: [Float], steps: Int
) -> (direction: [Float], variance: Float) {
  func dot(_ a: [Float], _ b: [Float]) -> Float { zip(a, b).map { $0 * $1 }.reduce(0, +) }
  func stretched(_ v: [Float]) -> [Float] { covariance.map { dot($0, v) } }

  var direction = start
  for _ in 0..<steps {
    direction = stretched(direction)
    let length = dot(direction, direction).squareRoot()
    direction = direction.map { $0 / length }
  }
  return (direction, dot(direction, stretched(direction)))
}

/// The matrix without one direction.
public func deflated(
  _ covariance: [[Float]], direction: [Float], variance: Float
) -> [[Float]] {
  covariance.indices.map { i in
    covariance[i].indices.map { j in
      covariance[i][j] - variance * direction[i] * direction[j]
    }
  }
}
