import Foundation

/// A fingerprint of contents, to see whether they have changed: the steps of FNV-1a (Fowler, Noll,
/// Vo, 1991) with eight bytes each, since this module is compiled without optimisation.
public struct ContentHash {
  private var state: UInt64 = 0xcbf2_9ce4_8422_2325

  /// Nothing yet.
  public init() {}

  /// Adds bytes, and how many they are.
  public mutating func add(_ data: Data) {
    data.withUnsafeBytes { bytes in
      let words = bytes.count / 8
      for word in 0..<words { add(bytes.loadUnaligned(fromByteOffset: 8 * word, as: UInt64.self)) }
      for byte in bytes[(8 * words)...] { add(UInt64(byte)) }
    }
    add(UInt64(data.count))
  }

  /// The high half comes down too: the lowest bits would otherwise see the lowest bits only.
  private mutating func add(_ word: UInt64) {
    state = (state ^ word) &* 0x100_0000_01b3
    state ^= state >> 32
  }

  /// Adds a text.
  public mutating func add(_ text: String) { add(Data(text.utf8)) }

  /// The fingerprint.
  public var text: String { String(state, radix: 16) }
}
