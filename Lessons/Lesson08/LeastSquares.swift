import LessonKit

/// Least squares with as many unknowns as one likes; of many perfect fits, the shortest.
///
///     p <= n    (X' X + ridge) w = X' y             X [n, p]
///     p >  n    w = X' (X X' + ridge)^-1 y          both are the same w when ridge > 0
///
/// With ridge = 0 the first is the least squares of lesson 02; the second fits every example exactly,
/// and among all w that do so it is the one of smallest length: the minimum-norm solution.
enum LeastSquares {
  /// - Parameters:
  ///   - rows: the examples, X. `[n][p]`
  ///   - y: what they should give. `[n]`
  ///   - ridge: the L2 penalty: it minimises |X w - y|^2 + ridge |w|^2.
  static func fit(_ rows: [[Double]], _ y: [Double], ridge: Double = 0) -> [Double] {
    let columns = rows[0].indices.map { j in rows.map { $0[j] } }  // X' [p][n]
    if columns.count <= rows.count {
      let right = columns.map { dot($0, y) }
      return solve(gram(rows), right, ridge)
    }
    let weights = solve(gram(columns), y, ridge)  // one an example
    return columns.map { dot($0, weights) }
  }

  /// The sum of v v' over all vectors v, of which only j <= i is filled: `[size][size]`, flat.
  private static func gram(_ vectors: [[Double]]) -> [Double] {
    let size = vectors[0].count
    var sum = [Double](repeating: 0, count: size * size)
    // The one hot loop of the lesson: through pointers, so that the compiler can take two at a time.
    sum.withUnsafeMutableBufferPointer { sum in
      for vector in vectors {
        vector.withUnsafeBufferPointer { v in
          for i in 0..<size {
            let factor = v[i]
            for j in 0...i { sum[i * size + j] += factor * v[j] }
          }
        }
      }
    }
    return sum
  }

  /// Solves (A + ridge) w = b for a symmetric positive A by the factors A = L L' of Cholesky.
  private static func solve(_ matrix: [Double], _ right: [Double], _ ridge: Double) -> [Double] {
    let size = right.count
    var (l, w) = (matrix, right)
    l.withUnsafeMutableBufferPointer { l in
      for j in 0..<size {
        l[j * size + j] += ridge
        for i in j..<size {
          var rest = l[i * size + j]
          for k in 0..<j { rest -= l[i * size + k] * l[j * size + k] }
          if i == j {
            guard rest > 0 else { fatalError("LeastSquares: the examples depend on each other") }
            l[j * size + j] = rest.squareRoot()
          } else {
            l[i * size + j] = rest / l[j * size + j]
          }
        }
      }
      for i in 0..<size {  // L v = b
        for k in 0..<i { w[i] -= l[i * size + k] * w[k] }
        w[i] /= l[i * size + i]
      }
      for i in (0..<size).reversed() {  // L' w = v
        for k in (i + 1)..<max(size, i + 1) { w[i] -= l[k * size + i] * w[k] }
        w[i] /= l[i * size + i]
      }
    }
    return w
  }

  static func dot(_ a: [Double], _ b: [Double]) -> Double {
    var sum = 0.0
    for i in a.indices { sum += a[i] * b[i] }
    return sum
  }
}
