extension Kernels {
  /// The sum of a list.
  ///
  /// Many running sums side by side, taken together in Double after every 1024 numbers: fast, and
  /// the rounding error stays that of a short sum.
  static func sum(_ a: [Float]) -> Float {
    a.withUnsafeBufferPointer { a in
      guard let start = a.baseAddress else { return 0 }
      return total(start, a.count)
    }
  }

  /// The sum of (a - b)², without a list of the differences.
  static func squaredDistance(_ a: [Float], _ b: [Float]) -> Float {
    a.withUnsafeBufferPointer { a in
      b.withUnsafeBufferPointer { b in
        guard let first = a.baseAddress, let second = b.baseAddress else { return 0 }
        return distance(first, second, a.count)
      }
    }
  }

  /// Sums over the middle axis of `[outer, extent, inner]`.
  static func sum(_ a: [Float], outer: Int, extent: Int, inner: Int) -> [Float] {
    guard extent > 0 else { return [Float](repeating: 0, count: outer * inner) }
    return make(outer * inner) { target in
      a.withUnsafeBufferPointer { a in
        guard let a = a.baseAddress else { return }
        for block in 0..<outer {
          let from = a + block * extent * inner
          let to = target + block * inner
          if inner == 1 {
            to[0] = total(from, extent)
          } else {
            to.update(from: from, count: inner)
            for row in 1..<extent {
              let from = from + row * inner
              for i in 0..<inner { to[i] += from[i] }
            }
          }
        }
      }
    }
  }

  /// The greatest number of a list that is not empty.
  static func maximum(_ a: [Float]) -> Float {
    a.withUnsafeBufferPointer { a in
      guard let start = a.baseAddress else { return -.infinity }
      return greatest(start, a.count)
    }
  }

  /// The greatest numbers over the middle axis of `[outer, extent, inner]`, extent at least 1.
  static func maximum(_ a: [Float], outer: Int, extent: Int, inner: Int) -> [Float] {
    make(outer * inner) { target in
      a.withUnsafeBufferPointer { a in
        guard let a = a.baseAddress else { return }
        for block in 0..<outer {
          let from = a + block * extent * inner
          let to = target + block * inner
          if inner == 1 {
            to[0] = greatest(from, extent)
          } else {
            to.update(from: from, count: inner)
            for row in 1..<extent {
              let from = from + row * inner
              for i in 0..<inner { to[i] = to[i] >= from[i] ? to[i] : from[i] }
            }
          }
        }
      }
    }
  }

  /// Where the greatest numbers lie over the middle axis of `[outer, extent, inner]`.
  static func argmax(_ a: [Float], outer: Int, extent: Int, inner: Int) -> [Int] {
    var result = [Int](repeating: 0, count: outer * inner)
    for block in 0..<outer {
      for column in 0..<inner {
        let start = block * extent * inner + column
        var best = 0
        for i in 1..<max(extent, 1) where a[start + i * inner] > a[start + best * inner] {
          best = i
        }
        result[block * inner + column] = best
      }
    }
    return result
  }
}

/// Sums of 1024 numbers each, by several threads when there are many; then the sum of the sums.
private func total(_ a: UnsafePointer<Float>, _ n: Int) -> Float {
  let block = 1024
  let count = (n + block - 1) / block
  if count <= 1 { return blockTotal(a, n) }
  return withUnsafeTemporaryAllocation(of: Double.self, capacity: count) { parts in
    Threads.split(count, work: 8 * n) { range in
      for part in range {
        let start = part * block
        parts[part] = Double(blockTotal(a + start, min(block, n - start)))
      }
    }
    return Float(parts.reduce(0, +))
  }
}

/// Four registers side by side: each addition waits for the one before it, but not for the others.
private func blockTotal(_ a: UnsafePointer<Float>, _ n: Int) -> Float {
  let width = Lanes.scalarCount
  var (first, second, third, fourth) = (Lanes.zero, Lanes.zero, Lanes.zero, Lanes.zero)
  var i = 0
  while i + 4 * width <= n {
    let from = UnsafeRawPointer(a + i)
    let step = width * MemoryLayout<Float>.stride
    first += from.loadUnaligned(as: Lanes.self)
    second += from.loadUnaligned(fromByteOffset: step, as: Lanes.self)
    third += from.loadUnaligned(fromByteOffset: 2 * step, as: Lanes.self)
    fourth += from.loadUnaligned(fromByteOffset: 3 * step, as: Lanes.self)
    i += 4 * width
  }
  var sum = ((first + second) + (third + fourth)).sum()
  while i < n {
    sum += a[i]
    i += 1
  }
  return sum
}

private func distance(
  _ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>, _ n: Int
) -> Float {
  let block = 1024
  var result = 0.0
  for start in stride(from: 0, to: n, by: block) {
    let end = min(start + block, n)
    var lanes = Lanes.zero
    var i = start
    while i + Lanes.scalarCount <= end {
      let difference =
        UnsafeRawPointer(a + i).loadUnaligned(as: Lanes.self)
        - UnsafeRawPointer(b + i).loadUnaligned(as: Lanes.self)
      lanes += difference * difference
      i += Lanes.scalarCount
    }
    var part = lanes.sum()
    while i < end {
      part += (a[i] - b[i]) * (a[i] - b[i])
      i += 1
    }
    result += Double(part)
  }
  return Float(result)
}

private func greatest(_ a: UnsafePointer<Float>, _ n: Int) -> Float {
  var best = a[0]
  var i = 0
  if n >= Lanes.scalarCount {
    var lanes = UnsafeRawPointer(a).loadUnaligned(as: Lanes.self)
    i = Lanes.scalarCount
    while i + Lanes.scalarCount <= n {
      let next = UnsafeRawPointer(a + i).loadUnaligned(as: Lanes.self)
      lanes.replace(with: next, where: next .> lanes)
      i += Lanes.scalarCount
    }
    best = lanes.max()
  }
  while i < n {
    best = a[i] > best ? a[i] : best
    i += 1
  }
  return best
}

@inline(__always)
private func make(_ count: Int, _ body: (UnsafeMutablePointer<Float>) -> Void) -> [Float] {
  guard count > 0 else { return [] }
  return Array(unsafeUninitializedCapacity: count) { buffer, initialized in
    if let target = buffer.baseAddress { body(target) }
    initialized = count
  }
}
