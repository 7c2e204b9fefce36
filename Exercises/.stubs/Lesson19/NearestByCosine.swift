import ExerciseKit

/// Exercise 19.5 - Nearest by cosine, first half.                      ** 20 minutes
///
/// The cosine of the angle between two vectors: 1 for the same direction, 0 for a right angle, -1
/// for the opposite. Lengths do not matter. A vector of zeros has no direction: the answer is 0
/// then.
///
///     cos(a, b) = a . b / (|a| |b|)
///
///     cosine([3, 4], [4, 3])    // 24 / 25 = 0.96
///
/// - Parameters:
///   - a: any vector.
///   - b: as long.
/// - Returns: from -1 to 1.
public func cosine(_ a: [Float], _ b: [Float]) -> Float {
  todo()
}

/// Exercise 19.5 - Nearest by cosine, second half.
///
/// The words whose vectors have the greatest cosine with a vector, the greatest first; of equals
/// the first comes first. Some words may not be answered.
///
///     nearest(to: [1, 0], among: [[2, 0], [1, 1], [0, 3], [5, 1]], count: 2, except: [0])
///     // [3, 1]
///
/// - Parameters:
///   - target: the vector.
///   - vectors: one a word.
///   - count: how many are wanted; fewer if there are no more.
///   - except: the places of words that may not be answered.
/// - Returns: places in `vectors`.
public func nearest(
  to target: [Float], among vectors: [[Float]], count: Int, except: [Int]
) -> [Int] {
  todo()
}
