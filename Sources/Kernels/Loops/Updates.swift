// Loops that change lists in place: nothing is allocated, and each number is touched once.

/// Changes every number of a list.
@inlinable @inline(__always)
package func update(_ a: inout [Float], _ f: (inout Float) -> Void) {
  OperationCount.add(.elementwise, a.count)
  a.withUnsafeMutableBufferPointer { a in
    for i in 0..<a.count { f(&a[i]) }
  }
}

/// Changes a list by another one, number by number.
@inlinable @inline(__always)
package func update(_ w: inout [Float], _ g: [Float], _ f: (inout Float, Float) -> Void) {
  let n = commonCount(w.count, g.count)
  OperationCount.add(.elementwise, n)
  w.withUnsafeMutableBufferPointer { w in
    g.withUnsafeBufferPointer { g in
      for i in 0..<n { f(&w[i], g[i]) }
    }
  }
}

/// Changes two lists by a third: a weight and a memory by the gradient.
@inlinable @inline(__always)
package func update(
  _ w: inout [Float], _ g: [Float], _ a: inout [Float],
  _ f: (inout Float, Float, inout Float) -> Void
) {
  let n = commonCount(w.count, g.count, a.count)
  OperationCount.add(.elementwise, n)
  w.withUnsafeMutableBufferPointer { w in
    a.withUnsafeMutableBufferPointer { a in
      g.withUnsafeBufferPointer { g in
        for i in 0..<n { f(&w[i], g[i], &a[i]) }
      }
    }
  }
}

/// Changes three lists by a fourth: a weight and two memories by the gradient.
@inlinable @inline(__always)
package func update(
  _ w: inout [Float], _ g: [Float], _ a: inout [Float], _ b: inout [Float],
  _ f: (inout Float, Float, inout Float, inout Float) -> Void
) {
  let n = commonCount(w.count, g.count, a.count, b.count)
  OperationCount.add(.elementwise, n)
  w.withUnsafeMutableBufferPointer { w in
    a.withUnsafeMutableBufferPointer { a in
      b.withUnsafeMutableBufferPointer { b in
        g.withUnsafeBufferPointer { g in
          for i in 0..<n { f(&w[i], g[i], &a[i], &b[i]) }
        }
      }
    }
  }
}
