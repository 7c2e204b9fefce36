import Loops

/// The right factor of a matrix product, laid out as the tiles read it.
///
/// A tile walks down a narrow strip of b. In a large matrix the rows of that strip lie far apart,
/// each on another page of memory. Packing copies each strip ("panel") together, in blocks of
/// `blockDepth` rows, so that a panel stays in the fastest cache while all rows of a pass over it.
///
/// The copy costs O(inner x columns) and is paid once for O(rows x inner x columns) work. It also
/// absorbs a transposed b, and pads the last panel with zeros.
struct PackedMatrix {
  /// A strip of neighbouring columns.
  struct Panel {
    var start: Int
    var width: Int
  }

  /// 256 rows of a 32 wide panel are 32 KB: they fit in the first-level cache.
  static let blockDepth = 256

  let inner: Int
  let columns: Int
  let panels: [Panel]
  let paddedColumns: Int
  /// Block after block of rows, in each block panel after panel, in each panel row after row.
  let storage: [Float]

  init(_ matrix: MatrixView, inner: Int, columns: Int) {
    let panels = PackedMatrix.panels(columns)
    let paddedColumns = panels.last.map { $0.start + $0.width } ?? 0
    self.inner = inner
    self.columns = columns
    self.panels = panels
    self.paddedColumns = paddedColumns
    storage = list(inner * paddedColumns) { buffer in
      // A number that is copied costs about as much as twenty multiply-adds of the product.
      Threads.split(panels.count, work: 20 * inner * paddedColumns) { range in
        for firstRow in stride(from: 0, to: inner, by: PackedMatrix.blockDepth) {
          let depth = min(PackedMatrix.blockDepth, inner - firstRow)
          for panel in panels[range] {
            let source = matrix.from(row: firstRow, column: panel.start)
            let filled = min(panel.width, columns - panel.start)
            let target = buffer + firstRow * paddedColumns + panel.start * depth
            if source.columnStep == 1 {
              copy(source, depth: depth, width: panel.width, filled: filled, into: target)
            } else {
              transpose(source, depth: depth, width: panel.width, filled: filled, into: target)
            }
          }
        }
      }
    }
  }

  /// Wide panels, and for the rest the narrowest that holds it.
  static func panels(_ columns: Int) -> [Panel] {
    var result: [Panel] = []
    var start = 0
    while start < columns {
      let rest = columns - start
      let width = MatrixTile.widths.last { $0 >= rest } ?? MatrixTile.widest
      result.append(Panel(start: start, width: width))
      start += width
    }
    return result
  }
}

/// Rows of b are contiguous: copy a piece of each.
private func copy(
  _ source: MatrixView, depth: Int, width: Int, filled: Int,
  into target: UnsafeMutablePointer<Float>
) {
  if filled == MatrixTile.widest {
    // The usual case, without asking the C library to copy a hundred bytes.
    for k in 0..<depth {
      let (from, to) = (source.start + k * source.rowStep, target + k * width)
      store(load(from), to)
      store(load(from + Lanes.scalarCount), to + Lanes.scalarCount)
    }
    return
  }
  for k in 0..<depth {
    let row = target + k * width
    row.update(from: source.start + k * source.rowStep, count: filled)
    for j in filled..<width { row[j] = 0 }
  }
}

/// Columns of b are contiguous: turn blocks of 4 x 4 in registers.
private func transpose(
  _ source: MatrixView, depth: Int, width: Int, filled: Int,
  into target: UnsafeMutablePointer<Float>
) {
  var j = 0
  while j + 4 <= filled {
    let from = source.start + j * source.columnStep
    let to = target + j
    var k = 0
    while k + 4 <= depth && source.rowStep == 1 {
      let a = load(from + k, as: SIMD4<Float>.self)
      let b = load(from + k + source.columnStep, as: SIMD4<Float>.self)
      let c = load(from + k + 2 * source.columnStep, as: SIMD4<Float>.self)
      let d = load(from + k + 3 * source.columnStep, as: SIMD4<Float>.self)
      store(SIMD4(a.x, b.x, c.x, d.x), to + k * width)
      store(SIMD4(a.y, b.y, c.y, d.y), to + (k + 1) * width)
      store(SIMD4(a.z, b.z, c.z, d.z), to + (k + 2) * width)
      store(SIMD4(a.w, b.w, c.w, d.w), to + (k + 3) * width)
      k += 4
    }
    while k < depth {
      for column in 0..<4 {
        to[k * width + column] = from[column * source.columnStep + k * source.rowStep]
      }
      k += 1
    }
    j += 4
  }
  for column in j..<width {
    for k in 0..<depth {
      target[k * width + column] =
        column < filled ? source.start[column * source.columnStep + k * source.rowStep] : 0
    }
  }
}
