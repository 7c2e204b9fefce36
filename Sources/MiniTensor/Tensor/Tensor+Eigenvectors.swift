extension Tensor {
  /// The eigenvalues of a symmetric matrix, greatest first, and their eigenvectors: A v = lambda v.
  ///
  ///     let (values, vectors) = Tensor([[2, 1], [1, 2]]).symmetricEigenvectors()
  ///     // values [3, 1]; vectors.row(0) is [0.707, 0.707]
  ///
  /// **Shape** `[n, n]` -> values `[n]`, vectors `[n, n]`: each *row* a vector of length 1, at
  /// right angles to the others. A vector's sign is free: its largest number is made positive.
  ///
  /// Traps when the matrix is not square, not symmetric, or not finite.
  /// Complexity: O(n³) for each of 5 to 10 sweeps, in `Double`: n = 100 takes hundredths of a
  /// second. Source: C. G. J. Jacobi, Crelle's Journal 30 (1846): turn pairs of axes until nothing
  /// is left beside the diagonal.
  public func symmetricEigenvectors() -> (values: Tensor, vectors: Tensor) {
    guard rank == 2, shape[0] == shape[1] else {
      misuse("symmetricEigenvectors", "shape \(shape) is not a square matrix")
    }
    let size = Swift.max(count > 0 ? abs().max() : 0, .leastNormalMagnitude)
    if let strange = scalars.first(where: { !$0.isFinite }) {
      misuse("symmetricEigenvectors", "the matrix holds \(strange): expected finite numbers")
    }
    let asymmetry = count == 0 ? 0 : (self - transposed()).abs().max()
    guard asymmetry <= 1e-4 * size else {
      misuse(
        "symmetricEigenvectors",
        """
        a matrix of shape \(shape) is not symmetric: \
        it differs by \(asymmetry) from its transpose
        """)
    }
    var turning = JacobiRotations(scalars.map(Double.init), size: shape[0])
    turning.run()
    return turning.sorted()
  }
}

/// Turns pairs of axes of a symmetric matrix, again and again, until only its diagonal is left.
private struct JacobiRotations {
  let n: Int
  /// The matrix, row by row; at the end its diagonal holds the eigenvalues.
  var a: [Double]
  /// The axes so far, one a row; at the end the eigenvectors.
  var axes: [Double]

  init(_ matrix: [Double], size: Int) {
    (n, a) = (size, matrix)
    axes = (0..<size * size).map { $0 % (size + 1) == 0 ? 1 : 0 }
  }

  mutating func run() {
    let total = a.reduce(0) { $0 + $1 * $1 }
    for _ in 0..<60 {
      var beside = 0.0
      for i in 0..<n { for j in 0..<i { beside += a[i * n + j] * a[i * n + j] } }
      guard beside > 1e-30 * total else { return }
      for q in 0..<n { for p in 0..<q { turn(p, q) } }
    }
  }

  /// Turns the axes p and q by the angle that makes a[p, q] zero.
  private mutating func turn(_ p: Int, _ q: Int) {
    let apq = a[p * n + q]
    guard apq != 0 else { return }
    let ratio = (a[q * n + q] - a[p * n + p]) / (2 * apq)
    let tangent = (ratio < 0 ? -1 : 1) / (Swift.abs(ratio) + (1 + ratio * ratio).squareRoot())
    let cosine = 1 / (1 + tangent * tangent).squareRoot()
    let sine = tangent * cosine
    for k in 0..<n {  // the columns p and q
      let (x, y) = (a[k * n + p], a[k * n + q])
      a[k * n + p] = cosine * x - sine * y
      a[k * n + q] = sine * x + cosine * y
    }
    for k in 0..<n {  // the rows p and q, and the two axes
      let (x, y) = (a[p * n + k], a[q * n + k])
      a[p * n + k] = cosine * x - sine * y
      a[q * n + k] = sine * x + cosine * y
      let (u, v) = (axes[p * n + k], axes[q * n + k])
      axes[p * n + k] = cosine * u - sine * v
      axes[q * n + k] = sine * u + cosine * v
    }
  }

  func sorted() -> (values: Tensor, vectors: Tensor) {
    let order = (0..<n).sorted { a[$0 * n + $0] > a[$1 * n + $1] }
    var vectors: [Float] = []
    for place in order {
      let axis = axes[place * n..<(place + 1) * n]
      let largest = axis.max { Swift.abs($0) < Swift.abs($1) } ?? 1
      vectors += axis.map { Float(largest < 0 ? -$0 : $0) }
    }
    return (Tensor(order.map { Float(a[$0 * n + $0]) }), Tensor(vectors, shape: [n, n]))
  }
}
