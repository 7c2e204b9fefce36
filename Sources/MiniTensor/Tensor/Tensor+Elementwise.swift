import Foundation
import Kernels
import Loops

extension Tensor {
  /// Applies a function of your own to every element.
  ///
  /// Convenient, but slower than the functions below, which work on whole vector registers.
  public func map(_ transform: (Float) throws -> Float) rethrows -> Tensor {
    Tensor(scalars: try scalars.map(transform), shape: shape)
  }

  /// e to the power of every element.
  public func exp() -> Tensor { Tensor(scalars: Kernels.exp(scalars), shape: shape) }

  /// The natural logarithm of every element; minus infinity at 0, not a number below.
  public func log() -> Tensor { Tensor(scalars: Kernels.log(scalars), shape: shape) }

  /// The square root of every element; not a number below 0.
  public func squareRoot() -> Tensor {
    Tensor(scalars: Loops.map(scalars) { $0.squareRoot() }, shape: shape)
  }

  /// Every element times itself.
  public func squared() -> Tensor { Tensor(scalars: Loops.map(scalars) { $0 * $0 }, shape: shape) }

  /// The distance of every element from 0.
  public func abs() -> Tensor {
    Tensor(scalars: Loops.map(scalars) { Swift.abs($0) }, shape: shape)
  }

  /// -1, 0 or 1 for negative, zero and positive elements.
  public func sign() -> Tensor {
    Tensor(scalars: Loops.map(scalars) { $0 > 0 ? 1 : $0 < 0 ? -1 : $0 }, shape: shape)
  }

  /// Every element to a power: x^exponent.
  public func power(_ exponent: Float) -> Tensor {
    exponent == 2
      ? squared()
      : Tensor(scalars: Loops.map(scalars) { Foundation.pow($0, exponent) }, shape: shape)
  }

  /// Every element moved into a range: smaller ones to its lower end, larger ones to its upper.
  public func clamped(to range: ClosedRange<Float>) -> Tensor {
    let (lower, upper) = (range.lowerBound, range.upperBound)
    let moved = Loops.map(scalars) { $0 < lower ? lower : $0 > upper ? upper : $0 }
    return Tensor(scalars: moved, shape: shape)
  }
}
