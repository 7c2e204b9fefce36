import Foundation
import Loops

/// The softmax over the middle axis of `[outer, extent, inner]`.
package func softmax(_ a: [Float], outer: Int, extent: Int, inner: Int) -> [Float] {
  guard inner == 1 else {
    // Columns become rows and back again; rare, so it may cost a little.
    let rows = transpose(a, count: outer, rows: extent, columns: inner)
    let result = softmax(rows, outer: outer * inner, extent: extent, inner: 1)
    return transpose(result, count: outer, rows: inner, columns: extent)
  }
  return softmaxOfRows(a, rows: outer, columns: extent, shifts: nil, logSums: nil)
}

/// The softmax of each row, and what the cross-entropy needs of each: its greatest number, and
/// the logarithm of the sum of e^(x - greatest).
package func softmaxAndLogSums(
  _ a: [Float], rows: Int, columns: Int
) -> (probabilities: [Float], shifts: [Float], logSums: [Float]) {
  var shifts = [Float](repeating: 0, count: rows)
  var logSums = shifts
  let probabilities = shifts.withUnsafeMutableBufferPointer { shifts in
    logSums.withUnsafeMutableBufferPointer { logSums in
      softmaxOfRows(
        a, rows: rows, columns: columns, shifts: shifts.baseAddress, logSums: logSums.baseAddress)
    }
  }
  return (probabilities, shifts, logSums)
}

/// A few rows at a time, so that three passes over them find them in the cache.
private func softmaxOfRows(
  _ a: [Float], rows: Int, columns n: Int, shifts: UnsafeMutablePointer<Float>?,
  logSums: UnsafeMutablePointer<Float>?
) -> [Float] {
  list(a.count) { to in
    a.withUnsafeBufferPointer { a in
      guard let from = a.baseAddress else { return }
      let group = max(1, 4096 / n)
      Threads.split(rows, work: 40 * a.count) { rows in
        for first in stride(from: rows.lowerBound, to: rows.upperBound, by: group) {
          let range = first..<min(first + group, rows.upperBound)
          for row in range {
            let greatest = shift(from + row * n, to + row * n, n)
            shifts?[row] = greatest
          }
          exp(to + first * n, to + first * n, range.count * n)
          for row in range {
            let sum = normalise(to + row * n, n)
            logSums?[row] = Foundation.log(sum)
          }
        }
      }
    }
  }
}

/// x - max x, so that the largest power is e^0 = 1; returns the maximum.
@inline(__always)
private func shift(
  _ from: UnsafePointer<Float>, _ to: UnsafeMutablePointer<Float>, _ n: Int
) -> Float {
  // What is not a number need not win here: it spreads to the whole row by itself.
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
  let sum = total(row, n)
  let scale = 1 / sum
  for i in 0..<n { row[i] *= scale }
  return sum
}
