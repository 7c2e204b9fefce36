import Loops

/// One product c = a b, and the choice of the way to compute it.
///
/// Four ways, the same sums: a plain loop for tiny products, dot products when b is one column,
/// tiles that read b where it lies, and tiles that read b packed into panels.
struct MatrixProduct {
  var rows: Int
  var inner: Int
  var columns: Int
  var a: MatrixView
  var b: MatrixView
  /// Where the product goes, row by row: `[rows, columns]`.
  var c: UnsafeMutablePointer<Float>
  /// A row that is added to every row of the product.
  var bias: UnsafePointer<Float>?
  /// Adds the product to what is in c already; for packed factors only.
  var isAdded = false

  func compute() {
    let readable = b.columnStep == 1 || inner == 1
    if columns == 1 && a.rowStep == 1 && rows >= 4 && bias == nil {
      transposed.compute()
    } else if columns == 1 && a.columnStep == 1 && b.rowStep == 1 {
      dotProducts()
    } else if columns < 4 && rows * inner * columns < 2048 {
      plain()
    } else if readable && columns >= 4 && !isWorthPacking {
      Threads.split(rows, unit: MatrixTile.rows, work: work) { inPlace($0) }
    } else {
      multiply(by: PackedMatrix(b, inner: inner, columns: columns))
    }
  }

  /// The product with a right factor that was packed before, perhaps for many products.
  func multiply(by packed: PackedMatrix) {
    Threads.split(rows, unit: MatrixTile.rows, work: work) { range in
      PanelPass(product: self, packed: packed).compute(range)
    }
  }

  /// Rows of b that lie half a kilobyte apart or more fall into few places of the first-level
  /// cache, and push each other out when there are many: then a copy pays for some dozen rows.
  private var isWorthPacking: Bool {
    if inner * columns < 1 << 14 { return false }
    return rows >= 96 || (rows >= 24 && inner >= 128 && columns >= 64)
  }

  private var work: Int { rows * inner * columns }

  /// A product of one column is the same list as its transpose: c' = b' a'.
  private var transposed: MatrixProduct {
    MatrixProduct(
      rows: 1, inner: inner, columns: rows,
      a: MatrixView(start: b.start, rowStep: b.columnStep, columnStep: b.rowStep),
      b: MatrixView(start: a.start, rowStep: a.columnStep, columnStep: a.rowStep), c: c)
  }

  /// The definition, for products too small or too thin for tiles.
  private func plain() {
    for i in 0..<rows {
      for j in 0..<columns {
        let row = a.start + i * a.rowStep
        let column = b.start + j * b.columnStep
        var sum = bias?[j] ?? 0
        for k in 0..<inner { sum += row[k * a.columnStep] * column[k * b.rowStep] }
        c[i * columns + j] = sum
      }
    }
  }

  private func dotProducts() {
    for i in 0..<rows {
      c[i] = dotProduct(a.start + i * a.rowStep, b.start, inner) + (bias?[0] ?? 0)
    }
  }

  /// Tiles that read b where it lies.
  ///
  /// The last tile of a row begins earlier than needed, so that it ends with the row. The columns
  /// it shares with its neighbour are computed twice, with the same result.
  private func inPlace(_ range: Range<Int>) {
    var j = 0
    while j < columns {
      let rest = columns - j
      var width = MatrixTile.widths.last { $0 >= rest } ?? MatrixTile.widest
      if width > columns { width = MatrixTile.widths.first { $0 <= rest } ?? 4 }
      let column = min(j, columns - width)
      var tile = MatrixTile(
        inner: inner, rowCount: MatrixTile.rows, a: a.from(row: range.lowerBound, column: 0),
        b: b.start + column, bStep: inner == 1 ? 0 : b.rowStep,
        initial: bias.map { $0 + column }, initialStep: 0,
        c: c + range.lowerBound * columns + column, cStep: columns)
      var remaining = range.count
      while remaining > 0 {
        tile.computeNext(of: remaining, width: width)
        remaining -= tile.rowCount
      }
      j = column + width
    }
  }
}

/// Sixteen running sums at a time, for two contiguous lists.
private func dotProduct(_ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>, _ n: Int) -> Float {
  var sums = Lanes.zero
  var k = 0
  while k + Lanes.scalarCount <= n {
    sums = fma(load(a + k), load(b + k), sums)
    k += Lanes.scalarCount
  }
  var sum = sums.sum()
  while k < n {
    sum += a[k] * b[k]
    k += 1
  }
  return sum
}
