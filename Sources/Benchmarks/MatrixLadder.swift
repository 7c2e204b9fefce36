import MiniTensor

/// The matrix product c = a b of square matrices, from its definition towards the library's own.
///
/// Each rung changes one thing about the rung before. The chapter `docs/en/how-it-runs-fast.md`
/// walks up this ladder.
struct Rung: Sendable {
  let name: String
  let multiply: @Sendable (_ a: Tensor, _ b: Tensor) -> Tensor

  static let all = [
    Rung(name: "the definition", multiply: definition),
    Rung(name: "plain lists", multiply: plainLists),
    Rung(name: "the inner loop turned round", multiply: alongTheRows),
    Rung(name: "no checks of the index", multiply: unchecked),
    Rung(name: "whole registers, fused", multiply: registers),
    Rung(name: "a tile of six rows", multiply: tiled),
    Rung(name: "b packed: the library", multiply: { a, b in a.matmul(b) }),
  ]
}

// MARK: - 1. The definition: c[i, j] is the sum over k of a[i, k] b[k, j]

@Sendable private func definition(_ a: Tensor, _ b: Tensor) -> Tensor {
  let n = a.shape[0]
  var c = Tensor.zeros(n, n)
  for i in 0..<n {
    for j in 0..<n {
      var sum: Float = 0
      for k in 0..<n { sum += a[i, k] * b[k, j] }
      c[i, j] = sum
    }
  }
  return c
}

// MARK: - 2. Plain lists: the same loops, without asking a tensor for each number

@Sendable private func plainLists(_ a: Tensor, _ b: Tensor) -> Tensor {
  let n = a.shape[0]
  let (a, b) = (a.scalars, b.scalars)
  var c = [Float](repeating: 0, count: n * n)
  for i in 0..<n {
    for j in 0..<n {
      var sum: Float = 0
      for k in 0..<n { sum += a[i * n + k] * b[k * n + j] }
      c[i * n + j] = sum
    }
  }
  return Tensor(c, shape: [n, n])
}

// MARK: - 3. Turned round: j runs innermost, along the rows of b and c

@Sendable private func alongTheRows(_ a: Tensor, _ b: Tensor) -> Tensor {
  let n = a.shape[0]
  let (a, b) = (a.scalars, b.scalars)
  var c = [Float](repeating: 0, count: n * n)
  for i in 0..<n {
    for k in 0..<n {
      let factor = a[i * n + k]
      for j in 0..<n { c[i * n + j] += factor * b[k * n + j] }
    }
  }
  return Tensor(c, shape: [n, n])
}

// MARK: - 4. Unchecked: pointers, so the compiler may take several numbers at a time

@Sendable private func unchecked(_ a: Tensor, _ b: Tensor) -> Tensor {
  product(a, b) { n, a, b, c in
    for i in 0..<n {
      let row = c + i * n
      for k in 0..<n {
        let (factor, other) = (a[i * n + k], b + k * n)
        for j in 0..<n { row[j] += factor * other[j] }
      }
    }
  }
}

// MARK: - 5. Registers: a strip of c stays in two registers while k runs

@Sendable private func registers(_ a: Tensor, _ b: Tensor) -> Tensor {
  product(a, b) { n, a, b, c in
    for i in 0..<n {
      for j in stride(from: 0, to: n, by: 2 * Lanes.scalarCount) {
        var (left, right) = (Lanes.zero, Lanes.zero)
        for k in 0..<n {
          let factor = Lanes(repeating: a[i * n + k])
          add(factor, load(b + k * n + j), to: &left)
          add(factor, load(b + k * n + j + Lanes.scalarCount), to: &right)
        }
        store(left, c + i * n + j)
        store(right, c + i * n + j + Lanes.scalarCount)
      }
    }
  }
}

// MARK: - 6. A tile: each piece of b that was loaded serves six rows of c

@Sendable private func tiled(_ a: Tensor, _ b: Tensor) -> Tensor {
  product(a, b) { n, a, b, c in
    for j in stride(from: 0, to: n, by: 2 * Lanes.scalarCount) {
      for i in stride(from: 0, to: n, by: 6) {
        let a = a + i * n
        var (left0, left1, left2) = (Lanes.zero, Lanes.zero, Lanes.zero)
        var (left3, left4, left5) = (Lanes.zero, Lanes.zero, Lanes.zero)
        var (right0, right1, right2) = (Lanes.zero, Lanes.zero, Lanes.zero)
        var (right3, right4, right5) = (Lanes.zero, Lanes.zero, Lanes.zero)
        for k in 0..<n {
          let left = load(b + k * n + j)
          let right = load(b + k * n + j + Lanes.scalarCount)
          add(Lanes(repeating: a[k]), left, right, to: &left0, &right0)
          add(Lanes(repeating: a[n + k]), left, right, to: &left1, &right1)
          add(Lanes(repeating: a[2 * n + k]), left, right, to: &left2, &right2)
          add(Lanes(repeating: a[3 * n + k]), left, right, to: &left3, &right3)
          add(Lanes(repeating: a[4 * n + k]), left, right, to: &left4, &right4)
          add(Lanes(repeating: a[5 * n + k]), left, right, to: &left5, &right5)
        }
        store(left0, right0, c + i * n + j)
        store(left1, right1, c + (i + 1) * n + j)
        store(left2, right2, c + (i + 2) * n + j)
        store(left3, right3, c + (i + 3) * n + j)
        store(left4, right4, c + (i + 4) * n + j)
        store(left5, right5, c + (i + 5) * n + j)
      }
    }
  }
}

// MARK: - What the rungs share

/// As many numbers as one vector register holds on the machine that builds.
#if AVX512
  private typealias Lanes = SIMD16<Float>
#elseif FUSED_MULTIPLY_ADD && arch(x86_64)
  private typealias Lanes = SIMD8<Float>
#else
  private typealias Lanes = SIMD4<Float>
#endif

@inline(__always)
private func product(
  _ a: Tensor, _ b: Tensor,
  _ body: (Int, UnsafePointer<Float>, UnsafePointer<Float>, UnsafeMutablePointer<Float>) -> Void
) -> Tensor {
  let n = a.shape[0]
  var c = [Float](repeating: 0, count: n * n)
  a.scalars.withUnsafeBufferPointer { a in
    b.scalars.withUnsafeBufferPointer { b in
      c.withUnsafeMutableBufferPointer { c in
        if let a = a.baseAddress, let b = b.baseAddress, let c = c.baseAddress { body(n, a, b, c) }
      }
    }
  }
  return Tensor(c, shape: [n, n])
}

@inline(__always)
private func load(_ from: UnsafePointer<Float>) -> Lanes {
  UnsafeRawPointer(from).loadUnaligned(as: Lanes.self)
}

@inline(__always)
private func store(_ numbers: Lanes, _ to: UnsafeMutablePointer<Float>) {
  UnsafeMutableRawPointer(to).storeBytes(of: numbers, as: Lanes.self)
}

@inline(__always)
private func store(_ left: Lanes, _ right: Lanes, _ to: UnsafeMutablePointer<Float>) {
  store(left, to)
  store(right, to + Lanes.scalarCount)
}

@inline(__always)
private func add(_ factor: Lanes, _ numbers: Lanes, to sum: inout Lanes) {
  #if FUSED_MULTIPLY_ADD
    sum.addProduct(factor, numbers)
  #else
    sum += factor * numbers
  #endif
}

@inline(__always)
private func add(
  _ factor: Lanes, _ left: Lanes, _ right: Lanes, to leftSum: inout Lanes,
  _ rightSum: inout Lanes
) {
  add(factor, left, to: &leftSum)
  add(factor, right, to: &rightSum)
}
