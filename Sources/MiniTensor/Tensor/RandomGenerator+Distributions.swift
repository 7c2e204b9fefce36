extension RandomGenerator {
  /// A number from 0 up to, not including, 1: one of 2^24 evenly spaced values.
  public mutating func uniform() -> Float {
    Float(next() >> 40) * 0x1p-24
  }

  /// A number between the ends of a range.
  ///
  /// Traps when the range is longer than any finite number.
  public mutating func uniform(in range: ClosedRange<Float>) -> Float {
    guard (range.upperBound - range.lowerBound).isFinite else {
      misuse("uniform", "range \(range): expected a finite length")
    }
    return range.lowerBound + (range.upperBound - range.lowerBound) * uniform()
  }

  /// A number from a normal distribution with the given mean and standard deviation.
  ///
  /// Traps when the deviation is below 0, or one of the two is not finite.
  public mutating func normal(mean: Float, standardDeviation: Float) -> Float {
    requireFinite(mean, "normal", "mean")
    requireSize(standardDeviation, "normal", "standard deviation")
    return mean + standardDeviation * normal()
  }

  /// A whole number from 0 up to, not including, the bound; all equally likely.
  ///
  /// Daniel Lemire's method ("Fast random integer generation in an interval", ACM Transactions on
  /// Modeling and Computer Simulation 29, 2019): the high half of a product, and in the rare
  /// biased cases another try. Traps when the bound is not positive.
  public mutating func integer(below bound: Int) -> Int {
    guard bound > 0 else { misuse("integer(below:)", "\(bound) is not positive") }
    let bound = UInt64(bound)
    var product = next().multipliedFullWidth(by: bound)
    if product.low < bound {
      let rejected = (0 &- bound) % bound
      while product.low < rejected { product = next().multipliedFullWidth(by: bound) }
    }
    return Int(product.high)
  }

  /// True with the given probability.
  ///
  /// Traps when it is not from 0 to 1.
  public mutating func chance(_ probability: Float) -> Bool {
    require(
      (0...1).contains(probability), "chance", "probability", probability, "expected 0 to 1")
    return uniform() < probability
  }

  /// The numbers 0 to count - 1 in random order, every order equally likely (Fisher and Yates).
  public mutating func permutation(_ count: Int) -> [Int] {
    guard count >= 0 else { misuse("permutation", "a count of \(count) is negative") }
    var order = Array(0..<count)
    for last in stride(from: count - 1, to: 0, by: -1) {
      order.swapAt(last, integer(below: last + 1))
    }
    return order
  }

  /// Draws `count` of the numbers 0 to n - 1.
  ///
  /// Without replacement no number comes twice; traps when `count` is then more than `n`.
  public mutating func choice(_ count: Int, from n: Int, withReplacement: Bool = false) -> [Int] {
    guard count >= 0, n > 0 || count == 0, withReplacement || count <= n else {
      let way = withReplacement ? "with" : "without"
      misuse("choice", "cannot draw \(count) from \(n) numbers \(way) replacement")
    }
    if withReplacement { return (0..<count).map { _ in integer(below: n) } }
    var order = Array(0..<n)
    for place in 0..<count { order.swapAt(place, place + integer(below: n - place)) }
    return Array(order.prefix(count))
  }

  /// Draws one position; each is as likely as its weight says.
  ///
  ///     generator.choice(weights: [0.5, 0.25, 0.25])    // 0, 1 or 2
  ///
  /// The weights need not add up to 1. Traps when one is negative or not finite, or all are zero.
  public mutating func choice(weights: [Float]) -> Int {
    var total = 0.0
    for weight in weights {
      guard weight >= 0, weight.isFinite else {
        misuse("choice(weights:)", "\(weight) is not a weight")
      }
      total += Double(weight)
    }
    guard total > 0 else { misuse("choice(weights:)", "the weights \(weights) add up to 0") }
    var rest = Double(next() >> 11) * 0x1p-53 * total
    for (position, weight) in weights.enumerated() {
      rest -= Double(weight)
      if rest < 0 { return position }
    }
    // Rounding may leave a hair: the last position that is possible at all.
    return weights.lastIndex { $0 > 0 } ?? 0
  }
}

extension Tensor {
  /// Independent numbers, all values between the ends of the range equally likely.
  public static func uniform(
    _ shape: some Collection<Int>, in range: ClosedRange<Float> = 0...1,
    using generator: inout RandomGenerator
  ) -> Tensor {
    zeros(shape).map { _ in generator.uniform(in: range) }
  }

  /// Independent numbers from a normal distribution.
  public static func normal(
    _ shape: some Collection<Int>, mean: Float = 0, standardDeviation: Float = 1,
    using generator: inout RandomGenerator
  ) -> Tensor {
    requireFinite(mean, "normal", "mean")
    requireSize(standardDeviation, "normal", "standard deviation")
    return zeros(shape).map { _ in
      generator.normal(mean: mean, standardDeviation: standardDeviation)
    }
  }
}
