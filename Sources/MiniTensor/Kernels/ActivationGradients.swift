extension Kernels {
  /// g y (1 - y), with y the output of the sigmoid.
  static func sigmoidGradient(_ g: [Float], output y: [Float]) -> [Float] {
    zip(g, y) { g, y in g * y * (1 - y) }
  }

  /// g (1 - y²), with y the output of tanh.
  static func tanhGradient(_ g: [Float], output y: [Float]) -> [Float] {
    zip(g, y) { g, y in g * (1 - y * y) }
  }

  /// g where the output of the rectifier is positive, else 0.
  static func reluGradient(_ g: [Float], output y: [Float]) -> [Float] {
    zip(g, y) { g, y in y > 0 ? g : 0 }
  }

  /// g s (1 + x (1 - s)), with s the sigmoid of x.
  static func siluGradient(_ g: [Float], input x: [Float], sigmoid s: [Float]) -> [Float] {
    let n = g.count
    return make(n) { to in
      g.withUnsafeBufferPointer { g in
        x.withUnsafeBufferPointer { x in
          s.withUnsafeBufferPointer { s in
            for i in 0..<n { to[i] = g[i] * s[i] * (1 + x[i] * (1 - s[i])) }
          }
        }
      }
    }
  }

  /// (a - b) c: the gradient of squared distances.
  static func difference(_ a: [Float], _ b: [Float], times c: Float) -> [Float] {
    zip(a, b) { a, b in (a - b) * c }
  }
}

/// Two lists in, one out, in a single pass without temporaries.
@inline(__always)
private func zip(_ a: [Float], _ b: [Float], _ f: (Float, Float) -> Float) -> [Float] {
  let n = a.count
  return make(n) { to in
    a.withUnsafeBufferPointer { a in
      b.withUnsafeBufferPointer { b in
        for i in 0..<n { to[i] = f(a[i], b[i]) }
      }
    }
  }
}

@inline(__always)
private func make(_ count: Int, _ body: (UnsafeMutablePointer<Float>) -> Void) -> [Float] {
  guard count > 0 else { return [] }
  if count >= Memory.large { _ = Memory.keepsLargeBlocks }
  return Array(unsafeUninitializedCapacity: count) { buffer, initialized in
    if let target = buffer.baseAddress { body(target) }
    initialized = count
  }
}
