/// Exercise 3.5 - The hidden representation.
///
/// A dictionary remembers the label with which each code was seen first.
public func hiddenRepresentation(
  inputs: [[Float]], labels: [Int], weights: [[Float]], biases: [Float]
) -> (codes: [[Float]], mixesLabels: Bool) {
  let codes = inputs.map { input in
    zip(weights, biases).map { unit, bias -> Float in
      let sum = zip(unit, input).reduce(bias) { $0 + $1.0 * $1.1 }
      return sum > 0 ? 1 : 0
    }
  }
  var labelOf: [[Float]: Int] = [:]
  var mixesLabels = false
  for (code, label) in zip(codes, labels) {
    if let other = labelOf[code], other != label { mixesLabels = true }
    labelOf[code] = label
  }
  return (codes, mixesLabels)
}
