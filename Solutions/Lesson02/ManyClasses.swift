/// Exercise 2.5 - Many classes, first half.
///
/// Only a higher score takes the lead, so the first of several equal ones keeps it.
public func winningClass(weights: [[Float]], biases: [Float], x: [Float]) -> Int {
  let scores = zip(weights, biases).map { w, b in
    zip(w, x).reduce(b) { $0 + $1.0 * $1.1 }
  }
  var winner = 0
  for c in scores.indices where scores[c] > scores[winner] { winner = c }
  return winner
}

/// Exercise 2.5 - Many classes, second half.
///
/// After a right answer both lines speak of the same class, and would cancel; it is clearer to say
/// so.
public func corrected(
  weights: [[Float]], biases: [Float], x: [Float], label: Int, predicted: Int
) -> (weights: [[Float]], biases: [Float]) {
  guard label != predicted else { return (weights, biases) }
  var (weights, biases) = (weights, biases)
  for i in x.indices {
    weights[label][i] += x[i]
    weights[predicted][i] -= x[i]
  }
  biases[label] += 1
  biases[predicted] -= 1
  return (weights, biases)
}
