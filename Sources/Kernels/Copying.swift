import Loops

/// Copies `length` numbers out of each of `count` blocks that lie `stride` numbers apart.
package func copyBlocks(
  _ source: [Float], count: Int, stride: Int, from start: Int, length: Int
) -> [Float] {
  list(count * length) { target in
    source.withUnsafeBufferPointer { source in
      guard length > 0, let source = source.baseAddress else { return }
      for block in 0..<count {
        (target + block * length).update(from: source + block * stride + start, count: length)
      }
    }
  }
}

/// Copies the blocks with the given numbers, each `length` long.
package func gather(_ source: [Float], indices: [Int], length: Int) -> [Float] {
  list(indices.count * length) { target in
    source.withUnsafeBufferPointer { source in
      guard let source = source.baseAddress else { return }
      for (position, index) in indices.enumerated() {
        (target + position * length).update(from: source + index * length, count: length)
      }
    }
  }
}

/// Adds rows to the places they were gathered from; a place named twice receives both.
package func scatterAdd(_ a: [Float], indices: [Int], rows: Int, length: Int) -> [Float] {
  var result = [Float](repeating: 0, count: rows * length)
  result.withUnsafeMutableBufferPointer { target in
    a.withUnsafeBufferPointer { a in
      for (row, index) in indices.enumerated() {
        for i in 0..<length { target[index * length + i] += a[row * length + i] }
      }
    }
  }
  return result
}

/// Takes one block of each list in turn, `count` times.
package func interleave(_ sources: [[Float]], lengths: [Int], count: Int) -> [Float] {
  let total = lengths.reduce(0, +)
  return list(count * total) { target in
    var start = 0
    for (source, length) in Swift.zip(sources, lengths) {
      source.withUnsafeBufferPointer { source in
        guard let source = source.baseAddress else { return }
        for block in 0..<count {
          (target + block * total + start).update(from: source + block * length, count: length)
        }
      }
      start += length
    }
  }
}

/// Swaps rows and columns of each of `count` matrices, in tiles that stay in the cache.
package func transpose(_ source: [Float], count: Int, rows: Int, columns: Int) -> [Float] {
  let tile = 16
  return list(source.count) { target in
    source.withUnsafeBufferPointer { source in
      guard let source = source.baseAddress else { return }
      for matrix in 0..<count {
        let from = source + matrix * rows * columns
        let to = target + matrix * rows * columns
        for firstRow in stride(from: 0, to: rows, by: tile) {
          let lastRow = min(firstRow + tile, rows)
          for firstColumn in stride(from: 0, to: columns, by: tile) {
            let lastColumn = min(firstColumn + tile, columns)
            for column in firstColumn..<lastColumn {
              for row in firstRow..<lastRow {
                to[column * rows + row] = from[row * columns + column]
              }
            }
          }
        }
      }
    }
  }
}

/// Puts the axes into another order, counting through the target like an odometer.
///
/// The numbers begin at `start` of the source.
package func permute(
  _ source: [Float], from start: Int = 0, extents shape: [Int], order: [Int]
) -> [Float] {
  var strides = [Int](repeating: 1, count: shape.count)
  for axis in stride(from: shape.count - 2, through: 0, by: -1) {
    strides[axis] = strides[axis + 1] * shape[axis + 1]
  }
  let extents = order.map { shape[$0] }
  let steps = order.map { strides[$0] }
  guard let inner = extents.last, let innerStep = steps.last else { return source }
  var counter = [Int](repeating: 0, count: extents.count)
  let count = shape.reduce(1, *)
  return list(count) { target in
    source.withUnsafeBufferPointer { source in
      guard var from = source.baseAddress.map({ $0 + start }) else { return }
      for start in stride(from: 0, to: count, by: inner) {
        if innerStep == 1 {
          (target + start).update(from: from, count: inner)
        } else {
          for index in 0..<inner { target[start + index] = from[index * innerStep] }
        }
        var axis = extents.count - 2
        while axis >= 0 {
          counter[axis] += 1
          from += steps[axis]
          if counter[axis] < extents[axis] { break }
          from -= counter[axis] * steps[axis]
          counter[axis] = 0
          axis -= 1
        }
      }
    }
  }
}
