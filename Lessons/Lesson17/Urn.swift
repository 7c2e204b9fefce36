import Foundation
import MiniTensor

/// Two districts, one patrol a day, and a record from which the patrols are drawn.
///
/// The record is an urn: each incident that was noted is a ball of its district's colour. Every day
/// a ball is drawn; the patrol goes where it says, and notes what it finds there. Nothing is noted
/// in the other district, whatever happens there.
///
/// Source: D. Ensign and others, Runaway feedback loops in predictive policing, FAT* 2018; after
/// K. Lum and W. Isaac, To predict and serve?, Significance 13(5), 2016.
struct Urn: Sendable {
  /// Incidents a day that a patrol would find in each district.
  let rates: [Double]
  /// Balls of each colour.
  private(set) var balls: [Double]

  init(rates: [Double], balls: [Double]) {
    (self.rates, self.balls) = (rates, balls)
  }

  /// The share of the first district in the record: how likely the next patrol goes there.
  var share: Double { balls[0] / (balls[0] + balls[1]) }

  /// One day.
  ///
  /// - Parameter corrected: keep an incident only with the chance that the patrol was *elsewhere*.
  ///   A district is then visited with chance p and its finds are kept with chance 1 - p; for the
  ///   other it is the reverse, and the product is the same for both. What is left is the ratio of
  ///   the rates.
  mutating func day(corrected: Bool, using random: inout RandomGenerator) {
    let share = self.share
    let district = Double(random.uniform()) < share ? 0 : 1
    let found = Self.poisson(rates[district], using: &random)
    guard corrected else {
      balls[district] += Double(found)
      return
    }
    let keep = Float(district == 0 ? 1 - share : share)
    for _ in 0..<found where random.chance(keep) { balls[district] += 1 }
  }

  /// A number of incidents, drawn by Knuth's product of uniform numbers.
  private static func poisson(_ mean: Double, using random: inout RandomGenerator) -> Int {
    var (count, product) = (0, Double(random.uniform()))
    let limit = exp(-mean)
    while product > limit {
      count += 1
      product *= Double(random.uniform())
    }
    return count
  }

  /// The shares after each of so many days, the beginning included.
  static func history(
    _ urn: Urn, days: Int, corrected: Bool, using random: inout RandomGenerator
  ) -> [Double] {
    var urn = urn
    return [urn.share]
      + (0..<days).map { _ in
        urn.day(corrected: corrected, using: &random)
        return urn.share
      }
  }
}
