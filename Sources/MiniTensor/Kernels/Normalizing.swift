extension Kernels {
  /// Rows of `length` numbers divided by their root mean square, after removing the mean if asked.
  ///
  /// Also returns, for each row, 1 / sqrt(mean square + epsilon), which the way back needs.
  static func normalize(
    _ x: [Float], length n: Int, epsilon: Float, removingMean: Bool
  ) -> (output: [Float], inverse: [Float]) {
    let share = 1 / Float(n)
    var inverse = [Float](repeating: 0, count: x.count / n)
    let output = [Float](unsafeUninitializedCapacity: x.count) { y, initialized in
      x.withUnsafeBufferPointer { x in
        for row in inverse.indices {
          let start = row * n
          var (sum, squares): (Float, Float) = (0, 0)
          if removingMean { for i in start..<(start + n) { sum += x[i] } }
          let mean = sum * share
          for i in start..<(start + n) {
            y[i] = x[i] - mean
            squares += y[i] * y[i]
          }
          inverse[row] = 1 / (squares * share + epsilon).squareRoot()
          for i in start..<(start + n) { y[i] *= inverse[row] }
        }
      }
      initialized = x.count
    }
    return (output, inverse)
  }

  /// (g - mean g - y mean(g y)) times the inverse, row by row.
  static func normalizeGradient(
    _ g: [Float], output y: [Float], inverse: [Float], length n: Int, removingMean: Bool
  ) -> [Float] {
    let share = 1 / Float(n)
    return Array(unsafeUninitializedCapacity: g.count) { result, initialized in
      g.withUnsafeBufferPointer { g in
        y.withUnsafeBufferPointer { y in
          for row in inverse.indices {
            let start = row * n
            var (sum, product): (Float, Float) = (0, 0)
            for i in start..<(start + n) {
              sum += g[i]
              product += g[i] * y[i]
            }
            let mean = removingMean ? sum * share : 0
            let slope = product * share
            for i in start..<(start + n) {
              result[i] = (g[i] - mean - y[i] * slope) * inverse[row]
            }
          }
        }
      }
      initialized = g.count
    }
  }
}
