import MiniTensor

/// Slow, obvious answers in double precision.
enum Reference {
  /// c[i, j] = sum over k of a[i, k] b[k, j], where a transposed factor is stored the other way.
  static func matmul(
    _ a: Tensor, _ b: Tensor, transposingLeft: Bool, transposingRight: Bool
  ) -> [Double] {
    let (rows, inner) = transposingLeft ? (a.shape[1], a.shape[0]) : (a.shape[0], a.shape[1])
    let columns = transposingRight ? b.shape[0] : b.shape[1]
    let (left, right) = (a.scalars, b.scalars)
    var result = [Double](repeating: 0, count: rows * columns)
    for i in 0..<rows {
      for j in 0..<columns {
        for k in 0..<inner {
          let x = left[transposingLeft ? k * rows + i : i * inner + k]
          let y = right[transposingRight ? j * inner + k : k * columns + j]
          result[i * columns + j] += Double(x) * Double(y)
        }
      }
    }
    return result
  }
}

/// The largest difference between two lists.
func largestDifference(_ a: [Float], _ b: [Double]) -> Double {
  zip(a, b).reduce(0) { max($0, abs(Double($1.0) - $1.1)) }
}
