/// An answer that passes its check and still can crash, in a file named like an exercise.
func predicted(weights: [Float], bias: Float, x: [Float]) -> Float {
  var score = bias
  for i in x.indices { score += weights[i] * x[i] }
  return score >= 0 ? 1 : -1
}
