import Foundation
import MiniTensor

/// Exercise 13.4 - Positional encoding.
public func positionVectors(count: Int, size: Int) -> Tensor {
  var result = Tensor.zeros(count, size)
  for t in 0..<count {
    for column in stride(from: 0, to: size, by: 2) {  // column = 2i
      let angle = Float(t) / pow(10_000, Float(column) / Float(size))
      result[t, column] = sin(angle)
      result[t, column + 1] = cos(angle)
    }
  }
  return result
}
