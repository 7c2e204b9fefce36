/// Exercise 2.1 - The answer.
///
/// The sum begins with the bias, which is the weight of an input that is always 1.
public func predicted(weights: [Float], bias: Float, x: [Float]) -> Float {
  let score = zip(weights, x).reduce(bias) { sum, pair in sum + pair.0 * pair.1 }
  return score >= 0 ? 1 : -1
}
