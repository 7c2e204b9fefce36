import Loops

/// `count` products of matrices `[rows, inner]` and `[inner, columns]`, one after another.
///
/// A transposed factor lies in memory as `[inner, rows]` or `[columns, inner]`. A bias of
/// `columns` numbers is added to every row of the product.
package func matrixProduct(
  _ a: [Float], transposed aTransposed: Bool, _ b: [Float], transposed bTransposed: Bool,
  count: Int = 1, rows: Int, inner: Int, columns: Int, bias: [Float]? = nil
) -> [Float] {
  let total = count * rows * columns
  OperationCount.add(.matrixProducts, 2 * total * inner)
  guard inner > 0 || total == 0 else {
    guard let bias else { return [Float](repeating: 0, count: total) }
    return Array((0..<(total / columns)).map { _ in bias }.joined())
  }
  return list(total) { c in
    a.withUnsafeBufferPointer { a in
      b.withUnsafeBufferPointer { b in
        guard let a = a.baseAddress, let b = b.baseAddress else { return }
        var product = MatrixProduct(
          rows: rows, inner: inner, columns: columns,
          a: MatrixView(
            start: a, rowStep: aTransposed ? 1 : inner, columnStep: aTransposed ? rows : 1),
          b: MatrixView(
            start: b, rowStep: bTransposed ? 1 : columns, columnStep: bTransposed ? inner : 1),
          c: c)
        if let bias {
          bias.withUnsafeBufferPointer { bias in
            product.bias = bias.baseAddress
            product.compute()
          }
        } else if count == 1 {
          product.compute()
        } else {
          computeBatch(product, count: count)
        }
      }
    }
  }
}

/// Many products; each is too small to be worth threads, together they may be.
private func computeBatch(_ product: MatrixProduct, count: Int) {
  let (rows, inner, columns) = (product.rows, product.inner, product.columns)
  Threads.split(count, work: count * rows * inner * columns) { range in
    Threads.$count.withValue(1) {
      for index in range {
        var single = product
        single.a.start += index * rows * inner
        single.b.start += index * inner * columns
        single.c += index * rows * columns
        single.compute()
      }
    }
  }
}
