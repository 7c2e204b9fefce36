import MiniTensor

/// What becomes of stored patterns when the net looks at each of them once.
enum Storage {
  /// Hopfield's own setting: units of 0 and 1, weights from (2 V - 1), all thresholds 0.
  ///
  /// - Returns: how many bits want to turn, and how many patterns have no such bit.
  ///
  /// Source: J. J. Hopfield, PNAS 79 (1982), 2554-2558, equations 2 and 1.
  static func zeroOne(
    units: Int, count: Int, using random: inout RandomGenerator
  ) -> (wrongBits: Int, stable: Int) {
    let signs = Tensor.patterns(count, units: units, using: &random)
    var w = signs.matmul(signs, transposingSelf: true)
    for unit in 0..<units { w[unit, unit] = 0 }
    // The field at every unit of every pattern, from units that are on. [count, units]
    let fields = ((signs + 1) * 0.5).matmul(w)
    // A unit turns on where its field is above 0, and off below; at 0 it stays.
    let wrong = (fields * signs).less(than: 0).sum(axis: 1).scalars
    return (Int(wrong.reduce(0, +)), wrong.count { $0 == 0 })
  }

  /// The share of bits that want to turn, with +-1 units at a load of count / units.
  static func wrongShare(
    units: Int, count: Int, using random: inout RandomGenerator
  ) -> Double {
    let x = Tensor.patterns(count, units: units, using: &random)
    // Fields without the weights ever being built: (x x') x, less the diagonal.
    let fields = x.matmul(x, transposingOther: true).matmul(x) - x * Float(count)
    let wrong = (fields * x).less(than: 0).sum()
    return Double(wrong) / Double(count * units)
  }
}
