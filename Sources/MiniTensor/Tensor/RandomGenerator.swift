import Foundation

/// A stream of random numbers that is the same for the same seed, on every machine.
///
/// The algorithm is xoshiro256++ (David Blackman and Sebastiano Vigna, "Scrambled linear
/// pseudorandom number generators", ACM Transactions on Mathematical Software 47, 2021). Its
/// 256 bits of state are filled by SplitMix64 (Guy Steele, Doug Lea and Christine Flood,
/// "Fast splittable pseudorandom number generators", OOPSLA 2014). Period 2^256 - 1.
///
///     var generator = RandomGenerator(seed: 42)
///     generator.uniform()            // a number from 0 up to, not including, 1
///     generator.permutation(5)       // the numbers 0 to 4, shuffled
///
/// It is a value: a copy repeats the same numbers. Pass it as `inout` so that the stream goes on.
/// Not for secrets.
public struct RandomGenerator: RandomNumberGenerator, Sendable, Equatable {
  private var state: (UInt64, UInt64, UInt64, UInt64)

  /// The Box-Muller transform makes two normal numbers at a time; one waits here.
  private var waitingNormal: Float?

  /// True for a stream that was split off another.
  private var isChild = false

  /// Starts a stream.
  ///
  /// Every seed is good, 0 too.
  public init(seed: UInt64) {
    var mixer = SplitMix64(state: seed)
    state = (mixer.next(), mixer.next(), mixer.next(), mixer.next())
  }

  /// The next 64 random bits.
  public mutating func next() -> UInt64 {
    let result = RandomGenerator.rotated(state.0 &+ state.3, 23) &+ state.0
    let shifted = state.1 << 17
    state.2 ^= state.0
    state.3 ^= state.1
    state.1 ^= state.2
    state.0 ^= state.3
    state.2 ^= shifted
    state.3 = RandomGenerator.rotated(state.3, 45)
    return result
  }

  private static func rotated(_ bits: UInt64, _ count: UInt64) -> UInt64 {
    (bits << count) | (bits >> (64 - count))
  }

  /// Takes a stream of its own out of this one, for another part of a program.
  ///
  /// The new stream begins here; this one jumps 2^128 numbers ahead, so the two never meet.
  /// The jump multiplies the state by a fixed polynomial, published with the generator.
  ///
  /// The child of a child cannot jump: it would land where its grandparent is. It begins at 256
  /// bits mixed from numbers of its parent; that two such streams meet is as good as impossible.
  public mutating func split() -> RandomGenerator {
    if isChild {
      var child = RandomGenerator(seed: next())
      child.state.0 ^= next()
      child.state.1 ^= next()
      child.state.2 ^= next()
      (child.isChild, waitingNormal) = (true, nil)
      return child
    }
    var child = self
    (child.isChild, child.waitingNormal) = (true, nil)
    let jump: [UInt64] = [
      0x180e_c6d3_3cfd_0aba, 0xd5a6_1266_f0c9_392c, 0xa958_2618_e03f_c9aa, 0x39ab_dc45_29b1_661c,
    ]
    var sum: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    for word in jump {
      for bit in 0..<64 {
        if word & (1 << UInt64(bit)) != 0 {
          sum = (sum.0 ^ state.0, sum.1 ^ state.1, sum.2 ^ state.2, sum.3 ^ state.3)
        }
        _ = next()
      }
    }
    state = sum
    waitingNormal = nil
    return child
  }

  /// True when both will produce the same numbers.
  public static func == (left: RandomGenerator, right: RandomGenerator) -> Bool {
    left.state == right.state && left.waitingNormal == right.waitingNormal
  }
}

extension RandomGenerator {
  /// A number from the standard normal distribution: mean 0, standard deviation 1.
  ///
  /// The method of George Box and Mervin Muller (1958): a random angle and a random radius in the
  /// plane, sqrt(-2 ln u), give two independent normal numbers.
  /// Logarithm and cosine come from the C library, so the last digit may differ between systems.
  public mutating func normal() -> Float {
    if let waiting = waitingNormal {
      waitingNormal = nil
      return waiting
    }
    let u = 1 - Double(next() >> 11) * 0x1p-53  // above 0, so that the logarithm is finite
    let angle = 2 * Double.pi * Double(next() >> 11) * 0x1p-53
    let radius = (-2 * log(u)).squareRoot()
    waitingNormal = Float(radius * sin(angle))
    return Float(radius * cos(angle))
  }
}

/// The generator that spreads a seed over a larger state: a counter, well mixed.
struct SplitMix64 {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xbf58_476d_1ce4_e5b9
    bits = (bits ^ (bits >> 27)) &* 0x94d0_49bb_1331_11eb
    return bits ^ (bits >> 31)
  }
}
