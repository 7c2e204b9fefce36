import MiniTensor

/// Counts the straight pieces of a ReLU network with one input and one output, crease by crease.
///
/// No sampling: the graph of every neuron is a chain of straight segments, and its corners are
/// carried through the network. A ReLU adds a corner wherever a segment crosses zero.
struct LinearPieces {
  /// Where the corners lie, from left to right.
  private var corners: [Double]
  /// The values of all neurons of the current layer at each corner: [corners, neurons].
  private var values: [[Double]]

  /// Follows `network` over the interval.
  init(of network: MultilayerPerceptron, over interval: ClosedRange<Double>) {
    corners = [interval.lowerBound, interval.upperBound]
    values = corners.map { [$0] }
    for layer in network.layers {
      applySums(of: layer)
      if layer.activation == .relu { foldAtZero() }
    }
  }

  /// How many pieces the output has: a corner counts where the slope really changes.
  var count: Int {
    var slopes: [Double] = []
    for i in 1..<corners.count {
      let slope = (values[i][0] - values[i - 1][0]) / (corners[i] - corners[i - 1])
      if slope != slopes.last { slopes.append(slope) }
    }
    return slopes.count
  }

  /// z = x W + b at every corner; straight segments stay straight.
  private mutating func applySums(of layer: DenseLayer) {
    let (inputs, outputs) = (layer.inputSize, layer.outputSize)
    let weights = layer.weights.scalars.map(Double.init)  // [inputs, outputs]
    let bias = layer.bias.scalars.map(Double.init)
    values = values.map { row in
      (0..<outputs).map { output in
        var sum = bias[output]
        for input in 0..<inputs { sum += row[input] * weights[input * outputs + output] }
        return sum
      }
    }
  }

  /// relu(z): a new corner wherever a segment of some neuron crosses zero, then zero below it.
  private mutating func foldAtZero() {
    var newCorners = [corners[0]]
    var newValues = [values[0]]
    for i in 1..<corners.count {
      let (left, right) = (values[i - 1], values[i])
      let crossings = zip(left, right).filter { $0 * $1 < 0 }.map { $0 / ($0 - $1) }
      for part in Set(crossings).sorted() {
        newCorners.append(corners[i - 1] + part * (corners[i] - corners[i - 1]))
        // A value that vanishes at its own crossing must be zero there, not nearly zero.
        newValues.append(
          zip(left, right).map { $0 / ($0 - $1) == part ? 0 : $0 + part * ($1 - $0) })
      }
      newCorners.append(corners[i])
      newValues.append(right)
    }
    corners = newCorners
    values = newValues.map { row in row.map { max(0, $0) } }
  }
}
