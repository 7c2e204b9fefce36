import Foundation

/// How many multiplications and additions a second one core of this machine can do at best,
/// measured now.
///
/// Twelve registers are multiplied and added to without pause; nothing is read or written. No real
/// program is as fast. The fastest of ten rounds of a few milliseconds counts: in others the
/// machine did something else.
package func peakOperationsPerSecond() -> Double {
  let turns = 400_000
  var best = 0.0
  for round in 0..<10 {
    let start = DispatchTime.now().uptimeNanoseconds
    let sum = multiplyAndAdd(turns, from: 1 + Float(round) * 1e-6)
    let seconds = Double(DispatchTime.now().uptimeNanoseconds - start) * 1e-9
    // The sum must be looked at, or nobody need compute it.
    if sum.isFinite { best = max(best, Double(turns * 12 * 2 * Lanes.scalarCount) / seconds) }
  }
  return best
}

@inline(never)
private func multiplyAndAdd(_ turns: Int, from start: Float) -> Float {
  let factor = Lanes(repeating: 0.999_999)
  let shift = Lanes(repeating: start * 1e-6)
  var (a, b, c) = (Lanes(repeating: start), Lanes(repeating: 2), Lanes(repeating: 3))
  var (d, e, f) = (Lanes(repeating: 4), Lanes(repeating: 5), Lanes(repeating: 6))
  var (g, h, i) = (Lanes(repeating: 7), Lanes(repeating: 8), Lanes(repeating: 9))
  var (j, k, l) = (Lanes(repeating: 10), Lanes(repeating: 11), Lanes(repeating: 12))
  for _ in 0..<turns {
    a = multiplyAdd(a, factor, shift)
    b = multiplyAdd(b, factor, shift)
    c = multiplyAdd(c, factor, shift)
    d = multiplyAdd(d, factor, shift)
    e = multiplyAdd(e, factor, shift)
    f = multiplyAdd(f, factor, shift)
    g = multiplyAdd(g, factor, shift)
    h = multiplyAdd(h, factor, shift)
    i = multiplyAdd(i, factor, shift)
    j = multiplyAdd(j, factor, shift)
    k = multiplyAdd(k, factor, shift)
    l = multiplyAdd(l, factor, shift)
  }
  let all: [Lanes] = [a, b, c, d, e, f, g, h, i, j, k, l]
  return all.reduce(Lanes(repeating: 0)) { $0 + $1 }.sum()
}

/// a b + c; in this file, as an unoptimised call in the loop would be all that is measured.
@inline(__always)
private func multiplyAdd(_ a: Lanes, _ b: Lanes, _ c: Lanes) -> Lanes {
  #if FUSED_MULTIPLY_ADD
    c.addingProduct(a, b)
  #else
    a * b + c
  #endif
}
