import Loops

// MARK: - Sums

/// The sum of a list.
///
/// Many running sums side by side, taken together in Double after every 1024 numbers: fast, and
/// the rounding error stays that of a short sum.
package func sum(_ a: [Float]) -> Float {
  a.withUnsafeBufferPointer { a in
    guard let start = a.baseAddress else { return 0 }
    return total(start, a.count)
  }
}

/// Sums over the middle axis of `[outer, extent, inner]`.
package func sum(_ a: [Float], outer: Int, extent: Int, inner: Int) -> [Float] {
  guard extent > 0 else { return [Float](repeating: 0, count: outer * inner) }
  return reduce(a, outer: outer, extent: extent, inner: inner, row: total, rows: addRows)
}

/// The sum of (a - b)², without a list of the differences.
package func squaredDistance(_ a: [Float], _ b: [Float]) -> Float {
  let n = commonCount(a.count, b.count)
  var result = 0.0
  a.withUnsafeBufferPointer { a in
    b.withUnsafeBufferPointer { b in
      guard let a = a.baseAddress, let b = b.baseAddress else { return }
      for start in stride(from: 0, to: n, by: block) {
        result += Double(distance(a + start, b + start, min(block, n - start)))
      }
    }
  }
  return Float(result)
}

/// The sum of squares, in Double: a million small squares must not vanish beside a large one.
package func sumOfSquares(_ a: [Float]) -> Double {
  a.reduce(0) { $0 + Double($1) * Double($1) }
}

/// So many numbers are added up in single precision.
private let block = 1024

/// Sums of 1024 numbers each, by several threads when there are many; then the sum of the sums.
func total(_ a: UnsafePointer<Float>, _ n: Int) -> Float {
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
    first += load(a + i)
    second += load(a + i + width)
    third += load(a + i + 2 * width)
    fourth += load(a + i + 3 * width)
    i += 4 * width
  }
  var sum = ((first + second) + (third + fourth)).sum()
  while i < n {
    sum += a[i]
    i += 1
  }
  return sum
}

private func distance(_ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>, _ n: Int) -> Float {
  var lanes = Lanes.zero
  var i = 0
  while i + Lanes.scalarCount <= n {
    let difference = load(a + i) - load(b + i)
    lanes += difference * difference
    i += Lanes.scalarCount
  }
  var sum = lanes.sum()
  while i < n {
    sum += (a[i] - b[i]) * (a[i] - b[i])
    i += 1
  }
  return sum
}

/// The sum of `count` rows of `inner` numbers.
///
/// A long running sum loses what is small beside it. So many rows are added up in groups of 16,
/// and the sums of the groups in the same way: the error grows with the logarithm of the count.
private func addRows(
  _ from: UnsafePointer<Float>, _ count: Int, _ inner: Int, _ to: UnsafeMutablePointer<Float>
) {
  let group = 16
  guard count > 8 * group else {
    to.update(from: from, count: inner)
    for row in 1..<count {
      let from = from + row * inner
      for i in 0..<inner { to[i] += from[i] }
    }
    return
  }
  let groups = (count + group - 1) / group
  withUnsafeTemporaryAllocation(of: Float.self, capacity: groups * inner) { sums in
    guard let sums = sums.baseAddress else { return }
    for index in 0..<groups {
      let first = index * group
      addRows(from + first * inner, min(group, count - first), inner, sums + index * inner)
    }
    addRows(sums, groups, inner, to)
  }
}

// MARK: - Maxima

/// The greatest number of a list that is not empty; not a number if there is one such.
package func maximum(_ a: [Float]) -> Float {
  a.withUnsafeBufferPointer { a in
    guard let start = a.baseAddress else { return -.infinity }
    return greatest(start, a.count)
  }
}

/// The greatest numbers over the middle axis of `[outer, extent, inner]`, extent at least 1.
package func maximum(_ a: [Float], outer: Int, extent: Int, inner: Int) -> [Float] {
  reduce(a, outer: outer, extent: extent, inner: inner, row: greatest) { from, count, inner, to in
    to.update(from: from, count: inner)
    for row in 1..<count {
      let from = from + row * inner
      // A number that is none wins, and stays.
      for i in 0..<inner { to[i] = to[i] >= from[i] || to[i] != to[i] ? to[i] : from[i] }
    }
  }
}

/// Where the greatest numbers lie over the middle axis of `[outer, extent, inner]`.
package func argmax(_ a: [Float], outer: Int, extent: Int, inner: Int) -> [Int] {
  var result = [Int](repeating: 0, count: outer * inner)
  for block in 0..<outer {
    for column in 0..<inner {
      let start = block * extent * inner + column
      var (place, best) = (0, a[start])
      for i in 1..<max(extent, 1) where !best.isNaN {
        let next = a[start + i * inner]
        if next > best || next.isNaN { (place, best) = (i, next) }
      }
      result[block * inner + column] = place
    }
  }
  return result
}

/// What is not a number wins, wherever it stands.
private func greatest(_ a: UnsafePointer<Float>, _ n: Int) -> Float {
  var best = a[0]
  var i = 0
  if n >= Lanes.scalarCount {
    var (lanes, strange) = (load(a), Lanes.zero)
    while i + Lanes.scalarCount <= n {
      let next = load(a + i)
      lanes.replace(with: next, where: next .> lanes)
      strange.replace(with: next, where: next .!= next)
      i += Lanes.scalarCount
    }
    if any(strange .!= strange) { return .nan }
    best = lanes.max()
  }
  while i < n {
    best = a[i] <= best || best != best ? best : a[i]
    i += 1
  }
  return best
}

// MARK: - Over an axis

/// A list from the rows of each block: one row as a whole, or neighbours number by number.
private func reduce(
  _ a: [Float], outer: Int, extent: Int, inner: Int,
  row: (UnsafePointer<Float>, Int) -> Float,
  rows: (UnsafePointer<Float>, Int, Int, UnsafeMutablePointer<Float>) -> Void
) -> [Float] {
  list(outer * inner) { target in
    a.withUnsafeBufferPointer { a in
      guard let a = a.baseAddress else { return }
      Threads.split(outer, work: 8 * outer * extent * inner) { blocks in
        for block in blocks {
          let from = a + block * extent * inner
          if inner == 1 {
            target[block] = row(from, extent)
          } else {
            rows(from, extent, inner, target + block * inner)
          }
        }
      }
    }
  }
}
