import Datasets
import MiniTensor

/// One neuron that answers with a probability, the sigmoid of its score.
struct LogisticRegression {
  var weights: [Double]
  var bias = 0.0

  /// A neuron that knows nothing: every probability is 1/2.
  init(inputs: Int) { weights = Array(repeating: 0, count: inputs) }

  /// The score of one example, which is the logit of its probability.
  func logit(_ x: [Double]) -> Double {
    zip(weights, x).reduce(bias) { $0 + $1.0 * $1.1 }
  }

  /// The share of examples on whose right side the neuron stands.
  func accuracy(on examples: Examples) -> Double {
    let right = zip(examples.x, examples.targets).count { (logit($0) > 0) == ($1 > 0.5) }
    return Double(right) / Double(examples.targets.count)
  }

  /// The loss of all examples as one graph, whose leaves are the weights and the bias.
  ///
  /// log(1 + e^z) - t z is the cross-entropy of section 5, simplified.
  func graph(_ examples: Examples) -> Graph {
    let weights = self.weights.map { Scalar($0) }
    let bias = Scalar(self.bias)
    let losses = zip(examples.x, examples.targets).map { x, target in
      let z = Scalar.sum(zip(weights, x).map { w, x in x * w }) + bias
      return (1 + z.exp()).log() - target * z
    }
    return Graph(weights: weights, bias: bias, loss: .sum(losses) / Double(losses.count))
  }

  struct Graph {
    let weights: [Scalar<Double>]
    let bias: Scalar<Double>
    let loss: Scalar<Double>
  }

  /// One step downhill on the mean loss of all examples.
  ///
  /// - Returns: the graph of this step, with its gradients.
  mutating func learn(_ examples: Examples, learningRate: Double) -> Graph {
    let graph = graph(examples)
    graph.loss.backward()
    for (i, weight) in graph.weights.enumerated() {
      weights[i] -= learningRate * weight.gradient
    }
    bias -= learningRate * graph.bias.gradient
    return graph
  }
}

/// Rows of features with targets 0 or 1.
struct Examples {
  let x: [[Double]]
  let targets: [Double]

  init(_ features: Tensor, targets: Tensor) {
    x = (0..<features.shape[0]).map { features.row($0).scalars.map(Double.init) }
    self.targets = targets.scalars.map(Double.init)
  }
}
