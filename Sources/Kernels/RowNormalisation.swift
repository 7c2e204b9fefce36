import Loops

/// Rows of `length` numbers divided by their root mean square, after removing the mean if asked.
///
/// Also returns, for each row, 1 / sqrt(mean square + epsilon), which the way back needs.
/// The sums are taken in Double: a row of equal numbers must have exactly their value as its mean.
package func normaliseRows(
  _ x: [Float], length n: Int, epsilon: Float, removingMean: Bool
) -> (output: [Float], inverse: [Float]) {
  var inverse = [Float](repeating: 0, count: x.count / n)
  let output = list(x.count) { y in
    x.withUnsafeBufferPointer { x in
      for row in inverse.indices {
        let start = row * n
        var (sum, squares) = (0.0, 0.0)
        if removingMean { for i in start..<(start + n) { sum += Double(x[i]) } }
        let mean = Float(sum / Double(n))
        for i in start..<(start + n) {
          y[i] = x[i] - mean
          squares += Double(y[i] * y[i])
        }
        inverse[row] = 1 / (Float(squares / Double(n)) + epsilon).squareRoot()
        for i in start..<(start + n) { y[i] *= inverse[row] }
      }
    }
  }
  return (output, inverse)
}

/// (g - mean g - y mean(g y)) times the inverse, row by row.
package func normaliseRowsGradient(
  _ g: [Float], output y: [Float], inverse: [Float], length n: Int, removingMean: Bool
) -> [Float] {
  list(commonCount(g.count, y.count)) { result in
    g.withUnsafeBufferPointer { g in
      y.withUnsafeBufferPointer { y in
        for row in inverse.indices {
          let start = row * n
          var (sum, product) = (0.0, 0.0)
          for i in start..<(start + n) {
            sum += Double(g[i])
            product += Double(g[i] * y[i])
          }
          let mean = removingMean ? Float(sum / Double(n)) : 0
          let slope = Float(product / Double(n))
          for i in start..<(start + n) {
            result[i] = (g[i] - mean - y[i] * slope) * inverse[row]
          }
        }
      }
    }
  }
}
