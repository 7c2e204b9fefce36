import Foundation

/// The game on a line, without networks: real examples and forgeries are tables of probabilities.
///
/// A table can be any distribution, and a judge with a number for each place can give any answer.
/// That is the world of the theorems of Goodfellow and others, 2014, section 4.
struct TableGame {
  /// The probability of a real example at each place; adds up to 1.
  let real: [Double]
  /// The same of a forgery.
  var forged: [Double]
  /// The judge's answer at each place: the probability that what lies there is real.
  private(set) var judge: [Double]

  init(real: [Double], forged: [Double]) {
    self.real = real
    self.forged = forged
    judge = real.map { _ in 0.5 }
    trainJudge()
  }

  /// V = sum of p log D + q log(1 - D): what the judge makes large and the forger small.
  var value: Double {
    real.indices.reduce(0) { $0 + Self.share(real[$1], forged[$1], judge[$1]) }
  }

  /// The best judge, place by place, by trying: the maximum of one hill between 0 and 1.
  ///
  /// Nothing here knows the formula p / (p + q). Each round cuts a third of the interval away.
  mutating func trainJudge() {
    for place in real.indices {
      let (p, q) = (real[place], forged[place])
      var (low, high) = (0.0, 1.0)
      for _ in 0..<60 {
        let (left, right) = (low + (high - low) / 3, high - (high - low) / 3)
        if Self.share(p, q, left) < Self.share(p, q, right) { low = left } else { high = right }
      }
      judge[place] = (low + high) / 2
    }
  }

  /// One step of the forger against the present judge: less where it is caught, more where not.
  ///
  /// The slope of V by q is log(1 - D); the step multiplies q by e^(-rate slope), so that it stays
  /// positive, and the sum is brought back to 1.
  mutating func stepForger(rate: Double) {
    let moved = zip(forged, judge).map { q, d in q * exp(-rate * log(1 - d)) }
    let total = moved.reduce(0, +)
    forged = moved.map { $0 / total }
  }

  private static func share(_ p: Double, _ q: Double, _ d: Double) -> Double {
    p * log(d) + q * log(1 - d)
  }
}

extension TableGame {
  /// How far two tables are apart: the mean of KL(p, m) and KL(q, m) to their middle m.
  static func jensenShannon(_ p: [Double], _ q: [Double]) -> Double {
    zip(p, q).reduce(0) { sum, pair in
      let middle = (pair.0 + pair.1) / 2
      return sum + (pair.0 * log(pair.0 / middle) + pair.1 * log(pair.1 / middle)) / 2
    }
  }

  /// A bell as a table of probabilities over the places `x`.
  static func bell(_ x: [Double], mean: Double, deviation: Double) -> [Double] {
    let heights = x.map { exp(-0.5 * pow(($0 - mean) / deviation, 2)) }
    let total = heights.reduce(0, +)
    return heights.map { $0 / total }
  }
}
