import Loops

/// The rows of a product passing over the panels of a packed right factor.
struct PanelPass {
  let product: MatrixProduct
  let packed: PackedMatrix

  /// So many rows of a (192 KB at full depth) stay in the second-level cache for all panels.
  static let rowBlock = 192

  /// Computes a range of rows of the product.
  ///
  /// The sums over k are taken in blocks. The first block starts at the bias, or at zero; every
  /// further block goes on from what is already in c, and so does a product that is added to c.
  func compute(_ range: Range<Int>) {
    let capacity = MatrixTile.rows * MatrixTile.widest
    withUnsafeTemporaryAllocation(of: Float.self, capacity: capacity) { edge in
      packed.storage.withUnsafeBufferPointer { storage in
        guard var block = storage.baseAddress, let edge = edge.baseAddress else { return }
        for firstStep in stride(from: 0, to: packed.inner, by: PackedMatrix.blockDepth) {
          let depth = min(PackedMatrix.blockDepth, packed.inner - firstStep)
          for start in stride(from: range.lowerBound, to: range.upperBound, by: Self.rowBlock) {
            let end = min(start + Self.rowBlock, range.upperBound)
            for panel in packed.panels {
              // One tile that moves down: making a new one for every six rows would take longer.
              var tile = MatrixTile(
                inner: depth, rowCount: MatrixTile.rows,
                a: product.a.from(row: start, column: firstStep),
                b: block + panel.start * depth, bStep: panel.width,
                initial: initial(row: start, panel, firstStep),
                initialStep: goesOn(firstStep) ? product.columns : 0,
                c: product.c + start * product.columns + panel.start, cStep: product.columns)
              var rest = end - start
              while rest > 0 {
                if panel.start + panel.width <= product.columns {
                  tile.computeNext(of: rest, width: panel.width)
                } else {
                  tile.rowCount = MatrixTile.rows(of: rest)
                  compute(tile, panel, edge)
                  tile.moveDown()
                }
                rest -= tile.rowCount
              }
            }
          }
          block += depth * packed.paddedColumns
        }
      }
    }
  }

  private func goesOn(_ firstStep: Int) -> Bool { firstStep > 0 || product.isAdded }

  private func initial(
    row: Int, _ panel: PackedMatrix.Panel, _ firstStep: Int
  ) -> UnsafePointer<Float>? {
    guard !goesOn(firstStep) else {
      return UnsafePointer(product.c) + row * product.columns + panel.start
    }
    return product.bias.map { $0 + panel.start }
  }

  /// A tile that hangs over the right edge of c: it works beside, and what exists is copied.
  private func compute(
    _ tile: MatrixTile, _ panel: PackedMatrix.Panel, _ edge: UnsafeMutablePointer<Float>
  ) {
    let filled = product.columns - panel.start
    var beside = tile
    beside.c = edge
    beside.cStep = panel.width
    if let initial = tile.initial {
      for row in 0..<tile.rowCount {
        for j in 0..<panel.width {
          edge[row * panel.width + j] = j < filled ? initial[row * tile.initialStep + j] : 0
        }
      }
      beside.initial = UnsafePointer(edge)
      beside.initialStep = panel.width
    }
    beside.compute(width: panel.width)
    for row in 0..<tile.rowCount {
      for j in 0..<filled { tile.c[row * tile.cStep + j] = edge[row * panel.width + j] }
    }
  }
}
