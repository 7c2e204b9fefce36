extension Board {
  /// The seed of one run of one experiment: mixed from the lesson, the experiment, the run and
  /// ``seed``.
  ///
  /// Adding the run to the seed would be wrong: run 2 of seed 1 would be run 1 of seed 2, and
  /// "green with five seeds" would have tried much the same five times.
  ///
  /// - Parameters:
  ///   - experiment: its name, anything that no other experiment of the lesson has.
  ///   - run: its number, when there are several.
  public func seed(of experiment: String, run: Int = 0) -> UInt64 {
    // FNV-1a takes in the name byte by byte; SplitMix64's finisher then spreads every bit.
    var mixed: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in experiment.utf8 { mixed = (mixed ^ UInt64(byte)) &* 0x100_0000_01b3 }
    for number in [UInt64(card.number), UInt64(bitPattern: Int64(run)), seed] {
      mixed = Self.spread(mixed ^ Self.spread(number &+ 0x9e37_79b9_7f4a_7c15))
    }
    return mixed
  }

  private static func spread(_ bits: UInt64) -> UInt64 {
    var z = bits
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}
