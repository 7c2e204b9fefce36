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

/// How a weight and two memories of it change by the gradient.
///
/// A type of its own, where the other loops take a closure: a closure inside of what threads share
/// is called once for every number, but the loop of a type is compiled with its formula inside.
@usableFromInline package protocol UpdateRule {
  func callAsFunction(_ w: inout Float, _ g: Float, _ a: inout Float, _ b: inout Float)
}

/// Changes three lists by a fourth, by several threads when they are long.
@inlinable
package func update<Rule: UpdateRule>(
  _ w: inout [Float], _ g: [Float], _ a: inout [Float], _ b: inout [Float], _ rule: Rule
) {
  let n = commonCount(w.count, g.count, a.count, b.count)
  OperationCount.add(.elementwise, n)
  w.withUnsafeMutableBufferPointer { w in
    a.withUnsafeMutableBufferPointer { a in
      b.withUnsafeMutableBufferPointer { b in
        g.withUnsafeBufferPointer { g in
          guard let w = w.baseAddress, let g = g.baseAddress, let a = a.baseAddress,
            let b = b.baseAddress
          else { return }
          // A number with its three companions costs as much as twenty multiply-adds of a matrix.
          Threads.split(n, unit: 1024, work: 20 * n) { range in
            update(
              range.count, w + range.lowerBound, g + range.lowerBound, a + range.lowerBound,
              b + range.lowerBound, rule)
          }
        }
      }
    }
  }
}

/// The same as pointers: only then the compiler works on whole registers.
@inlinable @inline(__always)
func update<Rule: UpdateRule>(
  _ n: Int, _ w: UnsafeMutablePointer<Float>, _ g: UnsafePointer<Float>,
  _ a: UnsafeMutablePointer<Float>, _ b: UnsafeMutablePointer<Float>, _ rule: Rule
) {
  for i in 0..<n { rule(&w[i], g[i], &a[i], &b[i]) }
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
