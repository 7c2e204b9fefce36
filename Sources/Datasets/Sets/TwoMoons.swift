import Foundation
import MiniTensor

/// Two moons: two half rings facing each other, the upper one up and the lower one moved to the
/// right.
///
///            . - - .
///          /    .    \                  upper: r (cos t, sin t)
///         |   /   \   |                 lower: r (cos t, -sin t) + (radius, -distance)
///                  |   \    /   |
///                   \    ' '   /        t uniform in 0...pi
///                     ' - - '           r uniform in radius -+ width / 2
///
/// When `distance` is positive, a level line between them separates them. When it is negative, a
/// horn of each moon reaches into the other's bow, and no straight line does.
///
/// Source: S. Haykin, Neural Networks and Learning Machines, 3rd edition (2009), section 1.5.
public enum TwoMoons {
  /// Draws `count` points at random, the first half (rounded up) on the upper moon.
  ///
  /// **Shape** `features` `[count, 2]`, columns `x` and `y`; classes `upper` and `lower`.
  ///
  /// - Parameters:
  ///   - count: how many points.
  ///   - distance: how far apart the moons are, vertically; negative when they interlock.
  ///   - radius: the radius of the middle of each ring.
  ///   - width: how thick each ring is.
  ///   - generator: the source of randomness.
  public static func points(
    count: Int, distance: Float, radius: Float = 10, width: Float = 6,
    using generator: inout RandomGenerator
  ) -> LabelledSet {
    guard count > 0, width >= 0, width <= 2 * radius else {
      misuse("TwoMoons", "\(count) points, radius \(radius), width \(width)")
    }
    let labels = (0..<count).map { $0 < (count + 1) / 2 ? 0 : 1 }
    var scalars: [Float] = []
    scalars.reserveCapacity(2 * count)
    for label in labels {
      let angle = generator.uniform(in: 0...Float.pi)
      let r = generator.uniform(in: radius - width / 2...radius + width / 2)
      let (x, y) = (r * cos(angle), r * sin(angle))
      scalars += label == 0 ? [x, y] : [x + radius, -y - distance]
    }
    return LabelledSet(
      features: Tensor(scalars, shape: [count, 2]), labels: labels, featureNames: ["x", "y"],
      classNames: ["upper", "lower"])
  }
}
