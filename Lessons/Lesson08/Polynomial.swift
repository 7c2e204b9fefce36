import Experiments
import Foundation
import MiniTensor

/// A curve of some degree through noisy points, by least squares.
///
/// Written in Legendre's polynomials and not in powers of x: the same curves, but the powers are so
/// much alike that their normal equations lose all digits.
struct Polynomial: Sendable {
  let weights: [Double]  // one a degree

  /// Fits points whose x lie from 0 to 1.
  init(degree: Int, _ points: Wave) {
    weights = LeastSquares.fit(points.x.map { Self.basis($0, degree) }, points.y)
  }

  func callAsFunction(_ x: Double) -> Double {
    LeastSquares.dot(Self.basis(x, weights.count - 1), weights)
  }

  /// The root of the mean squared error.
  func error(on points: Wave) -> Double {
    zip(points.x, points.y).map { (self($0) - $1) * (self($0) - $1) }.mean.squareRoot()
  }

  /// Legendre's polynomials of degree 0 to `degree`, at x from 0 to 1.
  private static func basis(_ x: Double, _ degree: Int) -> [Double] {
    let t = 2 * x - 1
    var values = [1, t]
    for k in 1..<max(2, degree) {
      let next =
        (Double(2 * k + 1) * t * values[k] - Double(k) * values[k - 1]) / Double(k + 1)
      values.append(next)
    }
    return Array(values.prefix(degree + 1))
  }
}

/// Points of one wave of a sine, with noise of standard deviation 0.3 (Bishop 2006, section 1.1).
struct Wave: Sendable {
  var x: [Double]
  var y: [Double]

  /// Evenly spaced from 0 to 1.
  init(count: Int, noise: Double, using generator: inout RandomGenerator) {
    x = (0..<count).map { Double($0) / Double(count - 1) }
    y = x.map { sin(2 * .pi * $0) + noise * Double(generator.normal()) }
  }
}
