import Foundation

/// Exercise 18.3 - A Gibbs step, first half.
public func hiddenChances(visible: [Float], weights: [[Float]], biases: [Float]) -> [Float] {
  biases.indices.map { j in
    var sum = biases[j]
    for (v, row) in zip(visible, weights) { sum += v * row[j] }
    return 1 / (1 + exp(-sum))
  }
}

/// Exercise 18.3 - A Gibbs step, second half.
public func gibbsStep(
  visible: [Float], weights: [[Float]], visibleBiases: [Float], hiddenBiases: [Float],
  hiddenNumbers: [Float], visibleNumbers: [Float]
) -> (hidden: [Float], visible: [Float]) {
  let hidden: [Float] = hiddenBiases.indices.map { j in
    var sum = hiddenBiases[j]
    for (v, row) in zip(visible, weights) { sum += v * row[j] }
    return hiddenNumbers[j] < 1 / (1 + exp(-sum)) ? 1 : 0
  }
  let back: [Float] = visibleBiases.indices.map { i in
    var sum = visibleBiases[i]
    for (h, w) in zip(hidden, weights[i]) { sum += h * w }
    return visibleNumbers[i] < 1 / (1 + exp(-sum)) ? 1 : 0
  }
  return (hidden, back)
}
