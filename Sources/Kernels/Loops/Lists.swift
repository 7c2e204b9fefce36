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

/// What becomes of one number, or of two.
///
/// A type of its own, for loops that threads share. A closure inside of another closure is called
/// once for every number; the loop over a type is compiled with the formula inside.
@usableFromInline package protocol Formula {
  func callAsFunction(_ a: Float, _ b: Float) -> Float
}

/// f(a, b), number by number, by several threads when the lists are long.
@inlinable
package func zip<F: Formula>(_ a: [Float], _ b: [Float], by f: F) -> [Float] {
  let n = commonCount(a.count, b.count)
  OperationCount.add(.elementwise, n)
  return list(n) { target in
    a.withUnsafeBufferPointer { a in
      b.withUnsafeBufferPointer { b in
        guard let a = a.baseAddress, let b = b.baseAddress else { return }
        // A number that comes from memory costs about as much as ten multiply-adds of a matrix.
        Threads.split(n, unit: 1024, work: 10 * n) { range in
          let first = range.lowerBound
          zip(range.count, a + first, b + first, into: target + first, by: f)
        }
      }
    }
  }
}

/// The same as pointers: only then the compiler works on whole registers.
@inlinable @inline(__always)
func zip<F: Formula>(
  _ n: Int, _ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>,
  into target: UnsafeMutablePointer<Float>, by f: F
) {
  for i in 0..<n { target[i] = f(a[i], b[i]) }
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
