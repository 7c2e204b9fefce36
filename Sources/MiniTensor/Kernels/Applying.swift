import Foundation

/// A function of one number.
enum UnaryFunction {
  case exp, log, tanh, sigmoid, relu, squareRoot, square, abs, sign
}

extension Kernels {
  /// f(a), element by element.
  static func apply(_ function: UnaryFunction, _ a: [Float]) -> [Float] {
    switch function {
    case .exp: map(a) { Foundation.exp($0) }
    case .log: map(a) { Foundation.log($0) }
    case .tanh: map(a) { Foundation.tanh($0) }
    case .sigmoid: map(a) { 1 / (1 + Foundation.exp(-$0)) }
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

@inline(__always)
private func map(_ a: [Float], _ f: (Float) -> Float) -> [Float] {
  guard !a.isEmpty else { return [] }
  return Array(unsafeUninitializedCapacity: a.count) { target, initialized in
    a.withUnsafeBufferPointer { a in
      for i in 0..<a.count { target[i] = f(a[i]) }
    }
    initialized = a.count
  }
}
