import Foundation

extension Kernels {
  /// The softmax over the middle axis of `[outer, extent, inner]`.
  static func softmax(_ a: [Float], outer: Int, extent: Int, inner: Int) -> [Float] {
    guard !a.isEmpty else { return [] }
    if inner > 1 { return softmaxOfColumns(a, outer: outer, extent: extent, inner: inner) }
    if a.count >= Memory.large { _ = Memory.keepsLargeBlocks }
    return Array(unsafeUninitializedCapacity: a.count) { target, initialized in
      initialized = a.count
      a.withUnsafeBufferPointer { a in
        guard let from = a.baseAddress, let to = target.baseAddress else { return }
        Threads.split(outer, work: 40 * a.count) { rows in
          softmaxOfRows(from, to, rows, extent, logSums: nil)
        }
      }
    }
  }

  /// The softmax of each row, and log sum of e^x of each row, which the cross-entropy needs.
  static func softmaxAndLogSums(
    _ a: [Float], rows: Int, columns: Int
  ) -> (probabilities: [Float], logSums: [Float]) {
    var logSums = [Float](repeating: 0, count: rows)
    if a.count >= Memory.large { _ = Memory.keepsLargeBlocks }
    let probabilities = [Float](unsafeUninitializedCapacity: a.count) { target, initialized in
      initialized = a.count
      a.withUnsafeBufferPointer { a in
        logSums.withUnsafeMutableBufferPointer { sums in
          guard let from = a.baseAddress, let to = target.baseAddress,
            let sums = sums.baseAddress
          else { return }
          Threads.split(rows, work: 40 * a.count) { range in
            softmaxOfRows(from, to, range, columns, logSums: sums)
          }
        }
      }
    }
    return (probabilities, logSums)
  }

  /// Columns become rows and back again; rare, so it may cost a little.
  private static func softmaxOfColumns(
    _ a: [Float], outer: Int, extent: Int, inner: Int
  ) -> [Float] {
    let rows = transpose(a, count: outer, rows: extent, columns: inner)
    let result = softmax(rows, outer: outer * inner, extent: extent, inner: 1)
    return transpose(result, count: outer, rows: inner, columns: extent)
  }
}

/// A few rows at a time, so that three passes over them find them in the cache.
private func softmaxOfRows(
  _ from: UnsafePointer<Float>, _ to: UnsafeMutablePointer<Float>, _ rows: Range<Int>,
  _ extent: Int, logSums: UnsafeMutablePointer<Float>?
) {
  let group = max(1, 4096 / extent)
  for first in stride(from: rows.lowerBound, to: rows.upperBound, by: group) {
    let last = min(first + group, rows.upperBound)
    for row in first..<last {
      let greatest = shift(from + row * extent, to + row * extent, extent)
      logSums?[row] = greatest
    }
    let start = to + first * extent
    VectorMath.exp(UnsafePointer(start), start, (last - first) * extent)
    for row in first..<last {
      let sum = normalise(to + row * extent, extent)
      logSums?[row] += log(sum)
    }
  }
}

/// x - max x, so that the largest power is e^0 = 1; returns the maximum.
@inline(__always)
private func shift(
  _ from: UnsafePointer<Float>, _ to: UnsafeMutablePointer<Float>, _ n: Int
) -> Float {
  var greatest = from[0]
  var i = 0
  if n >= Lanes.scalarCount {
    var lanes = load(from)
    while i + Lanes.scalarCount <= n {
      let next = load(from + i)
      lanes.replace(with: next, where: next .> lanes)
      i += Lanes.scalarCount
    }
    greatest = lanes.max()
  }
  while i < n {
    greatest = from[i] > greatest ? from[i] : greatest
    i += 1
  }
  for i in 0..<n { to[i] = from[i] - greatest }
  return greatest
}

/// Divides a row by its sum, and returns the sum.
@inline(__always)
private func normalise(_ row: UnsafeMutablePointer<Float>, _ n: Int) -> Float {
  var lanes = Lanes.zero
  var i = 0
  while i + Lanes.scalarCount <= n {
    lanes += load(UnsafePointer(row + i))
    i += Lanes.scalarCount
  }
  var sum = lanes.sum()
  while i < n {
    sum += row[i]
    i += 1
  }
  let scale = 1 / sum
  for i in 0..<n { row[i] *= scale }
  return sum
}

@inline(__always)
private func load(_ from: UnsafePointer<Float>) -> Lanes {
  UnsafeRawPointer(from).loadUnaligned(as: Lanes.self)
}
