import ExerciseKit
import Foundation
import MiniTensor

/// Exercise 13.4 - Positional encoding, first half.                    ** 30 minutes
///
/// A vector for each place, made of the hands of many clocks, each slower than the one before. Pair
/// i (columns 2i and 2i + 1) holds the sine and the cosine of one angle:
///
///     angle = t / 10000^(2i / size)
///     column 2i: sin(angle)        column 2i + 1: cos(angle)
///
///     positionVectors(count: 2, size: 2)     // [[0, 1], [0.8415, 0.5403]]
///
/// Write it yourself: the library's `sinusoidalPositions` earns nothing here.
///
/// - Parameters:
///   - count: how many places: t = 0 ... count - 1.
///   - size: numbers a place; even.
/// - Returns: `[count, size]`.
public func positionVectors(count: Int, size: Int) -> Tensor {
  todo()
}

/// Exercise 13.4 - Positional encoding, second half.
///
/// "Three places further on" should be the same thing everywhere. Find the one matrix that makes,
/// of the vector of *any* place t, the vector of place t + steps:
///
///     vector(t + steps) = vector(t) * matrix          a row times a matrix, for every t at once
///
///     let vectors = positionVectors(count: 10, size: 4)
///     vectors.matmul(shiftMatrix(by: 3, size: 4))
///     // row 0 is row 3 of `vectors`, row 1 is row 4, ... and row 9 is what row 12 would be
///
/// - Parameters:
///   - steps: how many places further on; 0 changes nothing, below 0 leads back.
///   - size: numbers a place, as in the first half; even.
/// - Returns: `[size, size]`.
public func shiftMatrix(by steps: Int, size: Int) -> Tensor {
  todo()
}
