/// Makes a list of `count` numbers that `write` writes; all of them must be written.
@inlinable @inline(__always)
package func list(_ count: Int, _ write: (UnsafeMutablePointer<Float>) -> Void) -> [Float] {
  guard count > 0 else { return [] }
  if count >= Memory.large { _ = Memory.keepsLargeBlocks }
  return Array(unsafeUninitializedCapacity: count) { buffer, initialized in
    if let target = buffer.baseAddress { write(target) }
    initialized = count
  }
}

/// f(a), number by number.
@inlinable @inline(__always)
package func map(_ a: [Float], _ f: (Float) -> Float) -> [Float] {
  let n = a.count
  OperationCount.add(.elementwise, n)
  return list(n) { target in
    a.withUnsafeBufferPointer { a in
      for i in 0..<n { target[i] = f(a[i]) }
    }
  }
}

/// f(a, b), number by number; the lists are equally long.
@inlinable @inline(__always)
package func zip(_ a: [Float], _ b: [Float], _ f: (Float, Float) -> Float) -> [Float] {
  let n = commonCount(a.count, b.count)
  OperationCount.add(.elementwise, n)
  return list(n) { target in
    a.withUnsafeBufferPointer { a in
      b.withUnsafeBufferPointer { b in
        for i in 0..<n { target[i] = f(a[i], b[i]) }
      }
    }
  }
}

/// f(a, b, c), number by number; the lists are equally long.
@inlinable @inline(__always)
package func zip(
  _ a: [Float], _ b: [Float], _ c: [Float], _ f: (Float, Float, Float) -> Float
) -> [Float] {
  let n = commonCount(a.count, b.count, c.count)
  OperationCount.add(.elementwise, n)
  return list(n) { target in
    a.withUnsafeBufferPointer { a in
      b.withUnsafeBufferPointer { b in
        c.withUnsafeBufferPointer { c in
          for i in 0..<n { target[i] = f(a[i], b[i], c[i]) }
        }
      }
    }
  }
}

/// The length of lists that go together.
///
/// The last guard against a shape that does not tell the truth: nobody reads past an end.
@inlinable @inline(__always)
package func commonCount(_ a: Int, _ b: Int, _ c: Int? = nil, _ d: Int? = nil) -> Int {
  guard a == b, a == c ?? a, a == d ?? a else { lengthsDiffer([a, b] + [c, d].compactMap { $0 }) }
  return a
}

/// Misuse of a loop: the library itself has made a mistake.
@usableFromInline @inline(never)
package func lengthsDiffer(_ lengths: [Int]) -> Never {
  fatalError("a loop over lists of different lengths: \(lengths)")
}
