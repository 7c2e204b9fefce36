/// Exercise 8.2 - Normalise with training statistics.
///
/// One function for both parts, so that both must use the same numbers.
public func normalised(
  training: [[Float]], test: [[Float]]
) -> (training: [[Float]], test: [[Float]]) {
  let count = Float(training.count)
  let columns = training[0].indices
  let mean = columns.map { j in training.reduce(0) { $0 + $1[j] } / count }
  let deviation = columns.map { j -> Float in
    let variance = training.reduce(0) { $0 + ($1[j] - mean[j]) * ($1[j] - mean[j]) } / count
    return variance > 0 ? variance.squareRoot() : 1
  }
  func apply(_ row: [Float]) -> [Float] {
    columns.map { (row[$0] - mean[$0]) / deviation[$0] }
  }
  return (training.map(apply), test.map(apply))
}
