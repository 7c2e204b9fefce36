import Foundation
import Kernels
import Loops

extension Tensor {
  /// Applies a function of your own to every element.
  ///
  /// Convenient, but slower than the functions below, which work on whole vector registers.
  public func map(_ transform: (Float) throws -> Float) rethrows -> Tensor {
    holding(try scalars.map(transform))
  }

  /// e to the power of every element.
  public func exp() -> Tensor { holding(Kernels.exp(scalars)) }

  /// The natural logarithm of every element; minus infinity at 0, not a number below.
  public func log() -> Tensor { holding(Kernels.log(scalars)) }

  /// The square root of every element; not a number below 0.
  public func squareRoot() -> Tensor { holding(Loops.map(scalars) { $0.squareRoot() }) }

  /// Every element times itself.
  public func squared() -> Tensor { holding(Loops.map(scalars) { $0 * $0 }) }

  /// The distance of every element from 0.
  public func abs() -> Tensor { holding(Loops.map(scalars) { Swift.abs($0) }) }

  /// -1, 0 or 1 for negative, zero and positive elements.
  public func sign() -> Tensor { holding(Loops.map(scalars) { $0 > 0 ? 1 : $0 < 0 ? -1 : $0 }) }

  /// Every element to a power: x^exponent.
  public func power(_ exponent: Float) -> Tensor {
    exponent == 2 ? squared() : holding(Loops.map(scalars) { Foundation.pow($0, exponent) })
  }

  /// Every element moved into a range: smaller ones to its lower end, larger ones to its upper.
  public func clamped(to range: ClosedRange<Float>) -> Tensor {
    let (lower, upper) = (range.lowerBound, range.upperBound)
    return holding(Loops.map(scalars) { $0 < lower ? lower : $0 > upper ? upper : $0 })
  }
}
