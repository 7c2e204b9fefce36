import LessonKit

/// Least squares with as many unknowns as one likes; of many perfect fits, the shortest.
///
///     p <= n    (X' X + ridge) w = X' y             X [n, p]
///     p >  n    w = X' (X X' + ridge)^-1 y          both are the same w when ridge > 0
///
/// With ridge = 0 the first is the least squares of lesson 02; the second fits every example
/// exactly, and among all w that do so it is the one of smallest length: the minimum-norm solution.
enum LeastSquares {
  /// - Parameters:
  ///   - rows: the examples, X. `[n][p]`
  ///   - y: what they should give. `[n]`
  ///   - ridge: the L2 penalty: it minimises |X w - y|^2 + ridge |w|^2.
  static func fit(_ rows: [[Double]], _ y: [Double], ridge: Double = 0) -> [Double] {
    fit(rows, targets: [y], ridge: ridge)[0]
  }

  /// The same for several lists of what the examples should give; the factors are found once.
  ///
  /// **Shape** targets `[outputs][n]` -> `[outputs][p]`.
  static func fit(_ rows: [[Double]], targets: [[Double]], ridge: Double = 0) -> [[Double]] {
    let columns = rows[0].indices.map { j in rows.map { $0[j] } }  // X' [p][n]
    if columns.count <= rows.count {
      let factors = factor(gram(rows), size: columns.count, ridge)
      return targets.map { y in solve(factors, columns.map { dot($0, y) }) }
    }
    let factors = factor(gram(columns), size: rows.count, ridge)
    return targets.map { y in
      let weights = solve(factors, y)  // one an example
      return columns.map { dot($0, weights) }
    }
  }

  /// The sum of v v' over all vectors v, of which only j <= i is filled: `[size][size]`, flat.
  private static func gram(_ vectors: [[Double]]) -> [Double] {
    let size = vectors[0].count
    var sum = [Double](repeating: 0, count: size * size)
    // The one hot loop of the lesson: through pointers, so that the compiler can take two at a
    // time.
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

  /// The factor L of A + ridge = L L' for a symmetric positive A (Cholesky).
  ///
  /// **Shape** `[size][size]`, flat.
  private static func factor(_ matrix: [Double], size: Int, _ ridge: Double) -> [Double] {
    var l = matrix
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
    }
    return l
  }

  /// Solves L L' w = b.
  private static func solve(_ factors: [Double], _ right: [Double]) -> [Double] {
    let size = right.count
    var w = right
    factors.withUnsafeBufferPointer { l in
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
