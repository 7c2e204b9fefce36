/// Exercise 4.1 - A layer of neurons.
public func dense(_ input: [[Float]], weights: [[Float]], bias: [Float]) -> [[Float]] {
  input.map { example in
    bias.indices.map { neuron in
      var sum = bias[neuron]
      for (i, value) in example.enumerated() {
        sum += value * weights[i][neuron]
      }
      return sum
    }
  }
}
