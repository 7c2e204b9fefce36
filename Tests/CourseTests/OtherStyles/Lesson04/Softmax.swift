import ExerciseKit
import Foundation
import MiniTensor

/// Plain lists, row by row, in Double.
public func softmax(_ logits: Tensor) -> Tensor {
  var result: [Float] = []
  for n in 0..<logits.shape[0] {
    let row = logits.row(n).scalars.map(Double.init)
    let max = row.reduce(-Double.infinity) { $0 > $1 ? $0 : $1 }
    let logSum = max + log(row.map { exp($0 - max) }.reduce(0, +))
    result += row.map { Float(exp($0 - logSum)) }
  }
  return Tensor(result, shape: logits.shape)
}
