import LessonKit
import MiniTensor

/// A landscape over two weights, with its slopes worked out by hand.
struct Surface: Sendable {
  let title: Text
  /// Where every rule begins.
  let start: [Float]
  /// The lowest points.
  let valleys: [[Float]]
  /// The part of the plane that the pictures show.
  let x: ClosedRange<Double>
  let y: ClosedRange<Double>
  /// The height above x, y.
  let height: @Sendable (Double, Double) -> Double
  /// The two slopes there.
  let slopes: @Sendable (Float, Float) -> [Float]
  /// The same height in variables, so that the engine of lesson 06 can find the slopes.
  let loss: @Sendable (Variable, Variable) -> Variable

  /// How far a point is from the nearest valley.
  func distance(from point: [Float]) -> Float {
    valleys.map { valley in
      let (dx, dy) = (point[0] - valley[0], point[1] - valley[1])
      return (dx * dx + dy * dy).squareRoot()
    }.min() ?? .infinity
  }
}

extension Surface {
  /// A long ditch, fifty times steeper across than along.
  static let ditch = Surface(
    title: "narrow ditch", start: [-4, 1], valleys: [[0, 0]], x: -5...2.5, y: -1.75...1.75,
    height: { x, y in (x * x + 50 * y * y) / 2 },
    slopes: { x, y in [x, 50 * y] },
    loss: { x, y in (x.squared() + 50 * y.squared()) / 2 })

  /// The same ditch, turned by 45 degrees: now no axis runs along it.
  static let turnedDitch = Surface(
    title: "turned ditch", start: [-3.5, -2.1], valleys: [[0, 0]], x: -5...2.5, y: -5...2.5,
    height: { x, y in ((x + y) * (x + y) + 50 * (x - y) * (x - y)) / 4 },
    slopes: { x, y in [(51 * x - 49 * y) / 2, (51 * y - 49 * x) / 2] },
    loss: { x, y in ((x + y).squared() + 50 * (x - y).squared()) / 4 })

  /// A pass between two hills: level where it is crossed, with a valley on either side.
  static let pass = Surface(
    title: "saddle", start: [1, 0.001], valleys: [[0, 1], [0, -1]], x: -0.6...1.2,
    y: -0.6...1.4,
    height: { x, y in (x * x - y * y) / 2 + y * y * y * y / 4 },
    slopes: { x, y in [x, y * y * y - y] },
    loss: { x, y in (x.squared() - y.squared()) / 2 + y.squared().squared() / 4 })

  /// Martin Beale's function (1958): steep walls, and a floor that is almost level.
  ///
  ///     (1.5 - x + x y)^2 + (2.25 - x + x y^2)^2 + (2.625 - x + x y^3)^2
  static let beale = Surface(
    title: "Beale", start: [1, 1.5], valleys: [[3, 0.5]], x: -0.5...4.2, y: -1.5...2,
    height: { x, y in
      let (a, b, c) = (1.5 - x + x * y, 2.25 - x + x * y * y, 2.625 - x + x * y * y * y)
      return a * a + b * b + c * c
    },
    slopes: { x, y in
      let (a, b, c) = (1.5 - x + x * y, 2.25 - x + x * y * y, 2.625 - x + x * y * y * y)
      return [
        2 * (a * (y - 1) + b * (y * y - 1) + c * (y * y * y - 1)),
        2 * x * (a + 2 * b * y + 3 * c * y * y),
      ]
    },
    loss: { x, y in
      (1.5 - x + x * y).squared() + (2.25 - x + x * y.squared()).squared()
        + (2.625 - x + x * y * y.squared()).squared()
    })
}
