/// As many numbers as one vector register holds on the machine that builds.
#if AVX512
  @usableFromInline package typealias Lanes = SIMD16<Float>
#elseif FUSED_MULTIPLY_ADD && arch(x86_64)
  @usableFromInline package typealias Lanes = SIMD8<Float>
#else
  @usableFromInline package typealias Lanes = SIMD4<Float>
#endif

/// The numbers of one register, from anywhere in memory.
@inlinable @inline(__always)
package func load<Register: SIMD>(
  _ from: UnsafePointer<Float>, as _: Register.Type = Lanes.self
) -> Register where Register.Scalar == Float {
  UnsafeRawPointer(from).loadUnaligned(as: Register.self)
}

/// Puts the numbers of one register anywhere into memory.
@inlinable @inline(__always)
package func store<Register: SIMD>(_ numbers: Register, _ to: UnsafeMutablePointer<Float>)
where Register.Scalar == Float {
  UnsafeMutableRawPointer(to).storeBytes(of: numbers, as: Register.self)
}

/// a b + c, with one rounding where the machine can.
///
/// Elsewhere `addProduct` would call the C library for every single number.
@inlinable @inline(__always)
package func fma<Register: SIMD>(_ a: Register, _ b: Register, _ c: Register) -> Register
where Register.Scalar == Float {
  #if FUSED_MULTIPLY_ADD
    c.addingProduct(a, b)
  #else
    a * b + c
  #endif
}
