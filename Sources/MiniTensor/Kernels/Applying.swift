import Foundation

/// A function of one number.
enum UnaryFunction {
  case exp, log, tanh, sigmoid, relu, squareRoot, square, abs, sign
}

extension Kernels {
  /// f(a), element by element.
  static func apply(_ function: UnaryFunction, _ a: [Float]) -> [Float] {
    switch function {
    case .exp: transform(a, VectorMath.exp)
    case .log: transform(a, VectorMath.log)
    case .tanh: transform(a, VectorMath.tanh)
    case .sigmoid: transform(a, VectorMath.sigmoid)
    case .relu: map(a) { $0 < 0 ? 0 : $0 }
    case .squareRoot: map(a) { $0.squareRoot() }
    case .square: map(a) { $0 * $0 }
    case .abs: map(a) { Swift.abs($0) }
    case .sign: map(a) { $0 > 0 ? 1 : $0 < 0 ? -1 : $0 }
    }
  }

  /// a^exponent, element by element.
  static func power(_ a: [Float], _ exponent: Float) -> [Float] {
    map(a) { Foundation.pow($0, exponent) }
  }
}

/// Whole lists at once, on several threads when they are long.
private func transform(
  _ a: [Float],
  _ body: (UnsafePointer<Float>, UnsafeMutablePointer<Float>, Int) -> Void
) -> [Float] {
  let n = a.count
  guard n > 0 else { return [] }
  if n >= Memory.large { _ = Memory.keepsLargeBlocks }
  return Array(unsafeUninitializedCapacity: n) { target, initialized in
    initialized = n
    a.withUnsafeBufferPointer { a in
      guard let from = a.baseAddress, let to = target.baseAddress else { return }
      // One element costs about as much as thirty multiply-adds of a matrix product.
      Threads.split(n, unit: 1024, work: 30 * n) { range in
        body(from + range.lowerBound, to + range.lowerBound, range.count)
      }
    }
  }
}

@inline(__always)
private func map(_ a: [Float], _ f: (Float) -> Float) -> [Float] {
  guard !a.isEmpty else { return [] }
  if a.count >= Memory.large { _ = Memory.keepsLargeBlocks }
  return Array(unsafeUninitializedCapacity: a.count) { target, initialized in
    a.withUnsafeBufferPointer { a in
      for i in 0..<a.count { target[i] = f(a[i]) }
    }
    initialized = a.count
  }
}
