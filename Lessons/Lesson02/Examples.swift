import MiniTensor

/// What a neuron learns from: rows of numbers, each with its right answer.
struct Examples {
  /// One row an example. `[examples][features]`
  var x: [[Float]]
  /// The right answers, -1 or +1. `[examples]`
  var labels: [Float]

  /// Examples from a tensor of rows, `[examples, features]`; plain arrays are quick to walk
  /// through.
  init(_ features: Tensor, labels: [Float]) {
    self.init(x: (0..<labels.count).map { features.row($0).scalars }, labels: labels)
  }

  init(x: [[Float]] = [], labels: [Float] = []) {
    precondition(x.count == labels.count, "Examples: \(x.count) rows, \(labels.count) labels")
    self.x = x
    self.labels = labels
  }

  var count: Int { x.count }
  var features: Int { x.first?.count ?? 0 }

  /// The same examples in another order.
  func ordered(by order: [Int]) -> Examples {
    Examples(x: order.map { x[$0] }, labels: order.map { labels[$0] })
  }

  /// The same examples, moved so that every feature has mean 0.
  func centred() -> Examples {
    let means = (0..<features).map { column in
      x.reduce(0) { $0 + $1[column] } / Float(count)
    }
    return Examples(x: x.map { row in zip(row, means).map { $0 - $1 } }, labels: labels)
  }

  /// The labels as groups of a figure: 0 for -1, 1 for +1.
  var groups: [Int] { labels.map { $0 > 0 ? 1 : 0 } }
}

/// The sum of the products of weights and features.
func dot(_ w: [Float], _ x: [Float]) -> Float {
  precondition(w.count == x.count, "dot: \(w.count) weights for \(x.count) features")
  var sum: Float = 0
  for i in w.indices { sum += w[i] * x[i] }
  return sum
}
