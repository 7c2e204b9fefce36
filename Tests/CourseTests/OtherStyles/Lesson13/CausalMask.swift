import Foundation
import MiniTensor

/// Every row is a softmax of its visible beginning, filled up with zeros.
public func causalShares(scores: Tensor) -> Tensor {
  let count = scores.shape[0]
  let causalMask = (0..<count).map { row -> [Float] in
    let seen = (0...row).map { Double(scores[row, $0]) }
    let largest = seen.max() ?? 0
    let powers = seen.map { exp($0 - largest) }
    let total = powers.reduce(0, +)
    return powers.map { Float($0 / total) } + Array(repeating: 0, count: count - row - 1)
  }
  return Tensor(causalMask)
}
