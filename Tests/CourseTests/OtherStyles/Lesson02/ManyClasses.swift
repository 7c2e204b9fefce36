import ExerciseKit

/// Sorted by score, the earlier class first.
public func winningClass(weights: [[Float]], biases: [Float], x: [Float]) -> Int {
  let scores = weights.indices.map { c in
    zip(weights[c] + [biases[c]], x + [1]).map { $0 * $1 }.reduce(0, +)
  }
  return scores.enumerated().sorted {
    ($0.element, -$0.offset) > ($1.element, -$1.offset)
  }[0].offset
}

/// Without a case of its own for right answers: what is added is taken away again.
public func corrected(
  weights: [[Float]], biases: [Float], x: [Float], label: Int, predicted: Int
) -> (weights: [[Float]], biases: [Float]) {
  func sign(_ c: Int) -> Float { (c == label ? 1 : 0) - (c == predicted ? 1 : 0) }
  return (
    weights.enumerated().map { c, row in row.enumerated().map { $1 + sign(c) * x[$0] } },
    biases.enumerated().map { $1 + sign($0) }
  )
}
