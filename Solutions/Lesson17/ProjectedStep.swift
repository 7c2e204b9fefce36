/// Exercise 17.2 - A projected step.
public func projectedStep(
  _ x: [Float], original: [Float], gradient: [Float], stepSize: Float, epsilon: Float
) -> [Float] {
  x.indices.map { i in
    let sign: Float = gradient[i] > 0 ? 1 : gradient[i] < 0 ? -1 : 0
    let moved = x[i] + stepSize * sign
    let near = min(original[i] + epsilon, max(original[i] - epsilon, moved))
    return min(1, max(0, near))
  }
}
