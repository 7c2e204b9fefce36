import ExerciseKit
import Foundation
import MiniTensor

/// Exercise 13.4 - Positional encoding.                                ** 15 minutes
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
