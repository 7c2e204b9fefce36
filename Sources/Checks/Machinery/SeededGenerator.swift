import MiniTensor

/// Random numbers for a check's inputs; SplitMix64 (Steele, Lea, Flood, 2014).
public struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Starts a sequence; the same seed gives the same numbers.
  public init(seed: UInt64) { state = seed }

  /// The next 64 random bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xbf58_476d_1ce4_e5b9
    bits = (bits ^ (bits >> 27)) &* 0x94d0_49bb_1331_11eb
    return bits ^ (bits >> 31)
  }

  /// So many numbers from a range.
  public mutating func floats(_ count: Int, in range: ClosedRange<Float> = -1...1) -> [Float] {
    (0..<count).map { _ in Float.random(in: range, using: &self) }
  }

  /// Rows of numbers from a range, all equally long.
  mutating func rows(
    _ count: Int, _ width: Int, in range: ClosedRange<Float> = -1...1
  ) -> [[Float]] {
    (0..<count).map { _ in floats(width, in: range) }
  }

  /// A matrix of random numbers.
  mutating func matrix(_ rows: Int, _ columns: Int) -> Tensor {
    Tensor(floats(rows * columns), shape: [rows, columns])
  }

  /// Numbers from -3 to 3 with one decimal, none of them 0: short to print, and no two rules agree
  /// by chance.
  mutating func tensor(_ shape: [Int]) -> Tensor {
    let tenths = (0..<shape.reduce(1, *)).map { _ in count(1...30) }
    return Tensor(tenths.map { Float(flag() ? $0 : -$0) / 10 }, shape: shape)
  }

  /// A random extent, place or count.
  mutating func count(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

  /// Extents that all differ, so that none can be taken for another.
  mutating func sizes(_ count: Int, in range: ClosedRange<Int> = 2...6) -> [Int] {
    Array(range.shuffled(using: &self).prefix(count))
  }

  /// Yes or no.
  mutating func flag() -> Bool { Bool.random(using: &self) }

  /// So many answers of yes or no.
  mutating func flags(_ count: Int) -> [Bool] { (0..<count).map { _ in flag() } }
}
