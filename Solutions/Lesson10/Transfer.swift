import MiniTensor

/// Exercise 10.5 - Freeze and replace the head, first half.
public func withNewHead(_ weights: [Tensor], classes: Int) -> [Tensor] {
  let inputs = weights[weights.count - 2].shape[0]
  return weights.dropLast(2) + [Tensor.zeros(inputs, classes), Tensor.zeros(classes)]
}

/// Exercise 10.5 - Freeze and replace the head, second half.
///
/// Frozen layers are constants, so nobody asks for their slopes.
public func trainingStep(
  _ weights: [Tensor], x: Tensor, labels: [Int], learningRate: Float, frozenLayers: Int
) -> [Tensor] {
  let variables = weights.enumerated().map { index, weight in
    index < 2 * frozenLayers ? Variable(constant: weight) : Variable(weight)
  }
  var signal = Variable(constant: x)
  for layer in stride(from: 0, to: variables.count, by: 2) {
    if layer > 0 { signal = signal.relu() }
    signal = signal.matmul(variables[layer]) + variables[layer + 1]
  }
  softmaxCrossEntropy(logits: signal, labels: labels).backward()
  return variables.map { variable in
    variable.gradient.map { variable.value - learningRate * $0 } ?? variable.value
  }
}
