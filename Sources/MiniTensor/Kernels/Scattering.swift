extension Kernels {
  /// Adds rows to the places they were gathered from; a place named twice receives both.
  static func scatterAdd(_ a: [Float], indices: [Int], rows: Int, length: Int) -> [Float] {
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
}
