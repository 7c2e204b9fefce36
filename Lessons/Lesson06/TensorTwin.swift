import MiniTensor

/// The same neuron with MiniTensor's `Variable`: one node for a whole matrix product.
struct TensorTwin {
  let weights: Variable  // [features, 1]
  let bias: Variable  // [1]

  init(inputs: Int) {
    weights = Variable(Tensor.zeros(inputs, 1))
    bias = Variable(Tensor.zeros(1))
  }

  /// The weights of the scalar neuron, rounded to `Float`.
  init(of neuron: LogisticRegression) {
    weights = Variable(Tensor(neuron.weights.map(Float.init), shape: [neuron.weights.count, 1]))
    bias = Variable(Tensor([Float(neuron.bias)]))
  }

  /// The mean cross-entropy over the rows of `features [batch, features]`.
  func loss(_ features: Tensor, _ targets: Tensor) -> Variable {
    let logits = Variable(constant: features).linear(weight: weights, bias: bias)  // [batch, 1]
    return binaryCrossEntropy(logits: logits, targets: targets.reshaped(targets.count, 1))
  }

  /// Goes downhill for some steps.
  func learn(_ features: Tensor, _ targets: Tensor, steps: Int, learningRate: Float) {
    let optimizer = SGD([weights, bias], learningRate: learningRate)
    for _ in 0..<steps {
      optimizer.zeroGradients()
      loss(features, targets).backward()
      optimizer.step()
    }
  }

  /// The share of rows on whose right side the neuron stands.
  func accuracy(_ features: Tensor, _ targets: Tensor) -> Double {
    let logits = features.matmul(weights.value) + bias.value
    let right = zip(logits.scalars, targets.scalars).count { ($0 > 0) == ($1 > 0.5) }
    return Double(right) / Double(targets.count)
  }
}
