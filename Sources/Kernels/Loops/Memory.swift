#if canImport(Glibc)
  import Glibc
#endif

/// How the C library treats large blocks of memory.
@usableFromInline package enum Memory {
  /// From this many numbers on (64 KB) a new list asks for `keepsLargeBlocks` first.
  @inlinable package static var large: Int { 1 << 14 }

  /// Tells the C library, once, to keep freed blocks for the next tensor.
  ///
  /// By default glibc returns large blocks to the operating system. The next tensor then gets
  /// fresh pages, and the first touch of each costs more than the arithmetic on it: a 512 x 512
  /// product took 2.0 ms instead of 1.2 ms. Elsewhere there is nothing to do.
  @usableFromInline package static let keepsLargeBlocks: Bool = {
    #if canImport(Glibc)
      // mallopt is not in Swift's module of the C library, so it is looked up by name.
      guard let symbol = dlsym(nil, "mallopt") else { return false }
      let mallopt = unsafeBitCast(
        symbol, to: (@convention(c) (CInt, CInt) -> CInt).self)
      let (trimThreshold, mapThreshold): (CInt, CInt) = (-1, -3)
      return mallopt(mapThreshold, 32 << 20) == 1 && mallopt(trimThreshold, 256 << 20) == 1
    #else
      return true
    #endif
  }()
}
