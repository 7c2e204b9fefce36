extension Kernels {
  /// `count` products of matrices `[rows, inner]` and `[inner, columns]` that lie one after another.
  ///
  /// A transposed factor lies in memory as `[inner, rows]` or `[columns, inner]`.
  static func matrixProduct(
    _ a: [Float], transposed aTransposed: Bool, _ b: [Float], transposed bTransposed: Bool,
    count: Int, rows: Int, inner: Int, columns: Int
  ) -> [Float] {
    var c = [Float](repeating: 0, count: count * rows * columns)
    guard !c.isEmpty, inner > 0 else { return c }
    let (aRow, aStep) = aTransposed ? (1, rows) : (inner, 1)
    let (bStep, bColumn) = bTransposed ? (1, inner) : (columns, 1)
    a.withUnsafeBufferPointer { a in
      b.withUnsafeBufferPointer { b in
        c.withUnsafeMutableBufferPointer { c in
          guard let a = a.baseAddress, let b = b.baseAddress, let c = c.baseAddress else { return }
          for matrix in 0..<count {
            let a = a + matrix * rows * inner
            let b = b + matrix * inner * columns
            let c = c + matrix * rows * columns
            for i in 0..<rows {
              let row = c + i * columns
              for k in 0..<inner {
                let factor = a[i * aRow + k * aStep]
                let from = b + k * bStep
                if bColumn == 1 {
                  for j in 0..<columns { row[j] += factor * from[j] }
                } else {
                  for j in 0..<columns { row[j] += factor * from[j * bColumn] }
                }
              }
            }
          }
        }
      }
    }
    return c
  }
}
