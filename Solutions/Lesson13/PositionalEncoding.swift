import Foundation
import MiniTensor

/// Exercise 13.4 - Positional encoding, first half.
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

/// Exercise 13.4 - Positional encoding, second half.
///
/// Each pair turns by its own angle, whatever t is.
public func shiftMatrix(by steps: Int, size: Int) -> Tensor {
  var matrix = Tensor.zeros(size, size)
  for column in stride(from: 0, to: size, by: 2) {
    let angle = Float(steps) / pow(10_000, Float(column) / Float(size))
    matrix[column, column] = cos(angle)  // sin(u + a) = sin u cos a + cos u sin a
    matrix[column + 1, column] = sin(angle)
    matrix[column, column + 1] = -sin(angle)  // cos(u + a) = cos u cos a - sin u sin a
    matrix[column + 1, column + 1] = cos(angle)
  }
  return matrix
}
