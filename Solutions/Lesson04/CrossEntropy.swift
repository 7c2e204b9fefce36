import Foundation
import MiniTensor

/// Exercise 4.4 - How wrong? Cross-entropy from the logits.
public func crossEntropy(logits: Tensor, labels: [Int]) -> Float {
  var total: Float = 0
  for (row, label) in labels.enumerated() {
    let scores = logits.row(row).scalars
    let largest = scores.max()!
    let sum = scores.reduce(0) { $0 + exp($1 - largest) }
    total += largest + log(sum) - scores[label]
  }
  return total / Float(labels.count)
}
