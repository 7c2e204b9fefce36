import Foundation

extension Kernels {
  /// The softmax over the middle axis of `[outer, extent, inner]`.
  static func softmax(_ a: [Float], outer: Int, extent: Int, inner: Int) -> [Float] {
    var result = a
    result.withUnsafeMutableBufferPointer { buffer in
      for block in 0..<outer {
        for column in 0..<inner {
          let start = block * extent * inner + column
          var greatest = -Float.infinity
          for i in 0..<extent { greatest = max(greatest, buffer[start + i * inner]) }
          var total: Float = 0
          for i in 0..<extent {
            let power = exp(buffer[start + i * inner] - greatest)
            buffer[start + i * inner] = power
            total += power
          }
          let scale = 1 / total
          for i in 0..<extent { buffer[start + i * inner] *= scale }
        }
      }
    }
    return result
  }
}
