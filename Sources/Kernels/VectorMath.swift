import Loops

// exp, log and their relatives for a whole vector register at a time.
//
// The C library computes one number a call. These functions compute sixteen (or eight, or four)
// with the same dozen instructions and no branch. Largest error, in units in the last place of
// the exact result, over all finite arguments: exp 1.1, log 1.1, tanh 2.5, sigmoid 2.5; the tests
// measure it. Infinities, not-a-number, negative zero and denormal numbers are treated as
// mathematics asks.

/// e to the power of every number.
package func exp(_ a: [Float]) -> [Float] { transform(a, exp) }

/// The natural logarithm of every number.
package func log(_ a: [Float]) -> [Float] { transform(a, log) }

/// e^x - 1 of every number, accurate near 0.
package func expm1(_ a: [Float]) -> [Float] {
  transform(a) { from, to, n in map(from, to, n) { exponentialMinusOne($0) } }
}

/// log(1 + x) of every number, accurate near 0.
package func log1p(_ a: [Float]) -> [Float] {
  transform(a) { from, to, n in map(from, to, n) { logarithmOfOnePlus($0) } }
}

/// The hyperbolic tangent of every number.
package func tanh(_ a: [Float]) -> [Float] { transform(a, tanh) }

/// 1 / (1 + e^-x) of every number.
package func sigmoid(_ a: [Float]) -> [Float] { transform(a, sigmoid) }

func exp(_ from: UnsafePointer<Float>, _ to: UnsafeMutablePointer<Float>, _ n: Int) {
  map(from, to, n) { exponential($0) }
}

func log(_ from: UnsafePointer<Float>, _ to: UnsafeMutablePointer<Float>, _ n: Int) {
  map(from, to, n) { logarithm($0) }
}

func tanh(_ from: UnsafePointer<Float>, _ to: UnsafeMutablePointer<Float>, _ n: Int) {
  map(from, to, n) { hyperbolicTangent($0) }
}

func sigmoid(_ from: UnsafePointer<Float>, _ to: UnsafeMutablePointer<Float>, _ n: Int) {
  map(from, to, n) { logistic($0) }
}

/// Whole lists at once, on several threads when they are long.
private func transform(
  _ a: [Float], _ body: (UnsafePointer<Float>, UnsafeMutablePointer<Float>, Int) -> Void
) -> [Float] {
  OperationCount.add(.elementwise, a.count)
  return list(a.count) { to in
    a.withUnsafeBufferPointer { a in
      guard let from = a.baseAddress else { return }
      // One element costs about as much as thirty multiply-adds of a matrix product.
      Threads.split(a.count, unit: 1024, work: 30 * a.count) { range in
        body(from + range.lowerBound, to + range.lowerBound, range.count)
      }
    }
  }
}

/// The same registers seen as whole numbers.
private typealias Integers = Lanes.MaskStorage

/// ln 2 in two parts: the first has so few digits that n ln 2 is exact for every exponent n.
private let upperLog2: Float = 0.693_359_375
private let lowerLog2: Float = -2.121_944_4e-4

// MARK: - Exponential

/// e^x = 2^n e^r with n whole and |r| <= ln 2 / 2.
private struct Reduced {
  /// Taylor's series of e^r - 1 to the seventh power; the rest is below 1e-8 of the result.
  var powerMinusOne: Lanes
  var n: Integers
}

@inline(__always)
private func reduce(_ x: Lanes) -> Reduced {
  // Adding 1.5 * 2^23 leaves no room for a fraction: the sum is rounded to a whole number,
  // which then stands in the lowest bits.
  let magic = Lanes(repeating: 12_582_912)
  let shifted = fma(x, Lanes(repeating: 1.442_695_04), magic)
  let whole = shifted - magic
  var r = fma(whole, Lanes(repeating: -upperLog2), x)
  r = fma(whole, Lanes(repeating: -lowerLog2), r)
  var sum = Lanes(repeating: 1 / 5040)
  sum = fma(sum, r, Lanes(repeating: 1 / 720))
  sum = fma(sum, r, Lanes(repeating: 1 / 120))
  sum = fma(sum, r, Lanes(repeating: 1 / 24))
  sum = fma(sum, r, Lanes(repeating: 1 / 6))
  sum = fma(sum, r, Lanes(repeating: 0.5))
  return Reduced(powerMinusOne: fma(sum, r * r, r), n: bits(shifted) &- bits(magic))
}

@inline(__always)
private func exponential(_ x: Lanes) -> Lanes {
  // Below -104 the result rounds to 0, above 89 it is infinite: nothing more extreme is needed.
  var limited = x
  limited.replace(with: -104, where: x .< -104)
  limited.replace(with: 89, where: x .> 89)
  let reduced = reduce(limited)
  // 2^n in two steps, so that results below the smallest normal number come out rounded, not 0.
  let half = reduced.n &>> 1
  let result = (reduced.powerMinusOne + 1) * power2(half) * power2(reduced.n &- half)
  return result.replacing(with: x, where: x .!= x)
}

/// e^x - 1 = 2^n (e^r - 1) + (2^n - 1): no digit is lost when x is near 0.
@inline(__always)
private func exponentialMinusOne(_ x: Lanes) -> Lanes {
  let reduced = reduce(
    x.clamped(lowerBound: Lanes(repeating: -30), upperBound: Lanes(repeating: 88)))
  let power = power2(reduced.n)
  var result = fma(power, reduced.powerMinusOne, power - 1)
  result.replace(with: exponential(x), where: x .> 88)
  result.replace(with: x, where: x .== 0)  // keeps the sign
  return result.replacing(with: x, where: x .!= x)
}

// MARK: - Logarithm

/// log x = e ln 2 + log m with m between sqrt(1/2) and sqrt(2).
///
/// With f = m - 1 and s = f / (2 + f): log m = 2 artanh s = f - f^2/2 + s (f^2/2 + R), where
/// R = 2/3 s^2 + 2/5 s^4 + ... Starting from f itself keeps all digits when x is near 1.
@inline(__always)
private func logarithm(_ x: Lanes) -> Lanes {
  let isTiny = x .< Lanes(repeating: .leastNormalMagnitude)
  let scaled = x.replacing(with: x * 8_388_608, where: isTiny)
  let exponentOfRoot = Integers(repeating: 0x3f35_04f3)  // sqrt(1/2)
  let distance = bits(scaled) &- exponentOfRoot
  let exponent = distance &>> 23
  let m = floats((distance & 0x007f_ffff) &+ exponentOfRoot)
  var e = Lanes(exponent)
  e.replace(with: e - 23, where: isTiny)

  let f = m - 1
  let s = f / (f + 2)
  let square = s * s
  var series = Lanes(repeating: 2 / 11)
  series = fma(series, square, Lanes(repeating: 2 / 9))
  series = fma(series, square, Lanes(repeating: 2 / 7))
  series = fma(series, square, Lanes(repeating: 2 / 5))
  series = fma(series, square, Lanes(repeating: 2 / 3))
  let halfSquare = 0.5 * f * f
  let correction = fma(s, fma(series, square, halfSquare), e * lowerLog2)
  var result = fma(e, Lanes(repeating: upperLog2), f - (halfSquare - correction))

  result.replace(with: .infinity, where: x .== .infinity)
  result.replace(with: -.infinity, where: x .== 0)
  result.replace(with: .nan, where: x .< 0)
  return result.replacing(with: x, where: x .!= x)
}

/// With u = 1 + x rounded, log(1 + x) = log u · x / (u - 1): the rounding of u cancels.
///
/// Source: W. Kahan's calculator functions, as told by D. Goldberg, ACM Computing Surveys 23, 1991.
@inline(__always)
private func logarithmOfOnePlus(_ x: Lanes) -> Lanes {
  let u = x + 1
  let result = logarithm(u) * (x / (u - 1))
  return result.replacing(with: x, where: u .== 1).replacing(with: u, where: u .== .infinity)
}

// MARK: - Tanh and sigmoid

/// With q = e^(2|x|) - 1: tanh |x| = q / (q + 2), accurate near 0 because q is.
@inline(__always)
private func hyperbolicTangent(_ x: Lanes) -> Lanes {
  var size = floats(bits(x) & 0x7fff_ffff)
  size.replace(with: 10, where: size .> 10)  // the result has reached 1
  let reduced = reduce(size + size)
  let power = power2(reduced.n)
  let q = fma(power, reduced.powerMinusOne, power - 1)
  let result = q / (q + 2)
  let signed = floats(bits(result) | (bits(x) & Int32.min))
  return signed.replacing(with: x, where: x .!= x)
}

/// 1 / (1 + e^-x) for x >= 0 and e^x / (1 + e^x) below: the exponential never overflows.
@inline(__always)
private func logistic(_ x: Lanes) -> Lanes {
  let small = exponential(floats(bits(x) | Int32.min))  // e^-|x|
  let top = Lanes(repeating: 1).replacing(with: small, where: x .< 0)
  return top / (small + 1)
}

// MARK: - Tools

/// 2^n for whole n from -126 to 127, written directly into the exponent bits.
@inline(__always)
private func power2(_ n: Integers) -> Lanes { floats((n &+ 127) &<< 23) }

@inline(__always)
private func bits(_ x: Lanes) -> Integers { unsafeBitCast(x, to: Integers.self) }

@inline(__always)
private func floats(_ x: Integers) -> Lanes { unsafeBitCast(x, to: Lanes.self) }

/// Applies a function to whole registers; the last, unfilled one is padded with ones.
@inline(__always)
private func map(
  _ from: UnsafePointer<Float>, _ to: UnsafeMutablePointer<Float>, _ n: Int, _ f: (Lanes) -> Lanes
) {
  let width = Lanes.scalarCount
  var i = 0
  while i + width <= n {
    store(f(load(from + i)), to + i)
    i += width
  }
  guard i < n else { return }
  let rest = (n - i) * MemoryLayout<Float>.stride
  var last = Lanes(repeating: 1)
  withUnsafeMutableBytes(of: &last) { $0.baseAddress?.copyMemory(from: from + i, byteCount: rest) }
  var result = f(last)
  withUnsafeBytes(of: &result) {
    if let start = $0.baseAddress {
      UnsafeMutableRawPointer(to + i).copyMemory(from: start, byteCount: rest)
    }
  }
}
