import MiniTensor

/// From the scores of ten neurons to ten probabilities, and to one number that says how wrong they
/// are.
enum Classification {
  /// Scores become probabilities: positive numbers that add up to 1 in every row.
  ///
  ///     p_k = e^(z_k - m) / sum_j e^(z_j - m)        m: the largest score of the row
  ///
  /// Without `m` the formula is the same on paper, but e^89 is already more than a Float can hold.
  ///
  /// **Shape** logits [batch, classes] -> the same.
  static func softmax(_ logits: Tensor) -> Tensor {
    let exponentials = (logits - logits.max(axis: 1, keepingDimension: true)).exp()
    return exponentials / exponentials.sum(axis: 1, keepingDimension: true)
  }

  /// The mean surprise at the right answers, straight from the scores.
  ///
  ///     loss = mean over the batch of log(sum_j e^(z_j)) - z_label
  ///
  /// That is -log p_label, without ever computing a p that may have rounded to zero.
  ///
  /// **Shape** logits [batch, classes], one label a row.
  static func crossEntropy(_ logits: Tensor, labels: [Int]) -> Float {
    let largest = logits.max(axis: 1, keepingDimension: true)
    let shifted = logits - largest
    let logSums = shifted.exp().sum(axis: 1).log()  // [batch]
    let classes = logits.shape[1]
    var total: Float = 0
    for (row, label) in labels.enumerated() {
      total += logSums.scalars[row] - shifted.scalars[row * classes + label]
    }
    return total / Float(labels.count)
  }

  /// The share of rows whose largest score belongs to the right label.
  static func accuracy(_ logits: Tensor, labels: [Int]) -> Double {
    let right = zip(logits.argmax(axis: 1), labels).count { $0 == $1 }
    return Double(right) / Double(labels.count)
  }

  /// How often label i was answered with j: [labels, answers].
  static func confusion(_ answers: [Int], labels: [Int], classes: Int) -> [[Int]] {
    var counts = Array(repeating: Array(repeating: 0, count: classes), count: classes)
    for (answer, label) in zip(answers, labels) { counts[label][answer] += 1 }
    return counts
  }
}
